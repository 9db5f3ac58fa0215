import type { Fact, Read } from '../core/database';
import { filesIn, text } from '../core/files';
import { dirname } from '../core/paths';
import { components } from '../plugin/components';
import { identity } from '../plugin/identity';
import { registrations } from '../plugin/registrations';
import { isScaffolding, isUntouchedTemplate } from '../plugin/scaffolding';
import { isUseOf, type Used, usedIn } from './templates';

/** The types in a file's templates that by their names should be this plugin's, or are still the template's, and that it does not register. */
export const unregisteredIn: Fact<readonly Used[], string> = (read, path) => read(usedIn, path).filter(used => isUnregistered(read, used, path));

/** Whether a type that a file uses should be this plugin's by its name, or is still the template's, and is not registered. */
export function isUnregistered(read: Read, used: Used, path: string): boolean {
	return isOwnName(read, used.type) && !read(components).some(component => isUseOf(used, component)) && !isOfOtherPlugin(read, used.type, path);
}

/** Whether a type should be this plugin's by its name, or is the template's; false where the plugin's own types are not all known, and in an untouched template. */
export function isOwnName(read: Read, type: string): boolean {
	const { name } = read(identity);
	if (builtIn.test(type) || read(components).length === 0 || read(registrations).some(one => one.name === undefined) || read(isUntouchedTemplate)) return false;
	return (
		type === name || type.startsWith(`${name}-`) || (/^scaffolding-my-(?:builder|provisioner|post-processor|datasource)$/.test(type) && !read(isScaffolding))
	);
}

/** What Packer itself provides (packer command/execute.go). */
const builtIn =
	/^(?:null|file|artifice|breakpoint|checksum|compress|manifest|powershell|shell|shell-local|sleep|windows-restart|windows-shell|http|hcp-packer-(?:artifact|image|iteration|version)|hcp-sbom)$/;

/** Whether templates of the same folder require a plugin by a name of its own that the type begins with: `amazon-ami-management` is not of `amazon`. */
function isOfOtherPlugin(read: Read, type: string, path: string): boolean {
	const { name } = read(identity);
	const dir = dirname(path);
	const beside = read(filesIn, dir).filter(file => file.endsWith('.hcl'));
	return [path, ...beside.map(file => (dir === '' ? file : `${dir}/${file}`))].some(file =>
		read(requiredIn, file).some(required => required !== name && (type === required || type.startsWith(`${required}-`))),
	);
}

/** The names by which the templates in a file require plugins. */
const requiredIn: Fact<readonly string[], string> = (read, path) => {
	const source = read(text, path) ?? '';
	const from = source.indexOf('required_plugins');
	return from === -1 ? [] : [...source.slice(from).matchAll(/(?<![\w-])([\w-]+)\\?"?[ \t]*=[ \t]*\{[^{}]*\bsource\b/g)].map(([, name = '']) => name);
};
