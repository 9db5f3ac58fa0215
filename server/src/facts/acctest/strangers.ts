import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import { dirname } from '../core/paths';
import { components } from '../plugin/components';
import { identity } from '../plugin/identity';
import { registrations } from '../plugin/registrations';
import { isScaffolding } from '../plugin/scaffolding';
import { type Use, usesIn } from './templates';
import { acceptanceTests } from './tests';

/** A type of this plugin, or of the template that it was made from, which the plugin does not register; the other places that use it. */
export interface Stranger extends Use {
	readonly others: readonly Place[];
}

/** What the fixtures of acceptance tests use of the plugin that is not registered, each type once. Nothing where the names of some components are not known. */
export const strangers: Fact<readonly Stranger[]> = read => {
	if (read(registrations).some(({ name }) => name === undefined) || read(components).length === 0) return [];
	const ours = new Set(read(components).map(({ kind, fullName }) => `${kind} ${fullName}`));
	const plugin = read(identity).name;
	const uses = fixtures(read).flatMap(path =>
		read(usesIn, path).filter(({ kind, type }) => {
			if (ours.has(`${kind} ${type}`)) return false;
			if (type.startsWith('scaffolding-')) return !read(isScaffolding) && !isRequired(read, path, type, plugin);
			return (type === plugin || type.startsWith(`${plugin}-`)) && !isRequired(read, path, type, plugin);
		}),
	);
	const first = uses.filter((use, i) => uses.findIndex(other => isSame(other, use)) === i);
	return first.map(use => ({ ...use, others: uses.filter(other => other !== use && isSame(other, use)).map(({ place }) => place) }));
};

const isSame = (a: Use, b: Use) => a.kind === b.kind && a.type === b.type;

/** The HCL2 files beside acceptance tests and below. At the root that would be all of the repository: there, those in folders for tests. */
function fixtures(read: Read): readonly string[] {
	const dirs = new Set(read(acceptanceTests).map(dirname));
	const paths = [...dirs].flatMap(dir =>
		read(filesUnder, dir).filter(path => dir !== '' || /(?:^|\/)(?:testdata|test-fixtures|fixtures|tests?|acceptance)\//.test(path)),
	);
	return [...new Set(paths)].filter(path => path.endsWith('.pkr.hcl')).sort();
}

/** Whether a template requires another plugin whose components may have the type: Packer takes the longest accessor that a type begins with. */
const isRequired = (read: Read, path: string, type: string, plugin: string): boolean =>
	[...(read(text, path) ?? '').matchAll(/^[ \t]*([\w-]+)[ \t]*=[ \t]*\{/gm)].some(
		([, accessor = '']) => accessor !== plugin && (type === accessor || type.startsWith(`${accessor}-`)),
	);
