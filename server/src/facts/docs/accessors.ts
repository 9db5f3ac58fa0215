import { foreign, isUseOf, type Used, usedIn } from '../acctest/templates';
import type { Fact, Read } from '../core/database';
import { filesIn, filesUnder, isLinked } from '../core/files';
import { dirname } from '../core/paths';
import { components } from '../plugin/components';
import { identity } from '../plugin/identity';
import { exampleUses } from './exampleUses';
import { writtenPages } from './prose';
import { required, type Said } from './required';

/** A name in `required_plugins` that is given to this plugin and that is not its own. */
export interface WrongAccessor {
	readonly said: Said;
	/** A type of the same page or template that begins with the plugin's own name; undefined where none is used, and the name is the template's. */
	readonly used?: string;
	/** The plugin's own name. */
	readonly wanted: string;
}

/** The names in `required_plugins` of pages and templates that do not go with the types that are used there, in the order of files. */
export const wrongAccessors: Fact<readonly WrongAccessor[]> = read => {
	const { name: wanted } = read(identity);
	const templates = read(filesUnder, '').filter(path => path.endsWith('.pkr.hcl') && !foreign.test(path) && !isLinked(read, path));
	// A file that uses types is a template of its own, though others are beside it.
	const isWhole = (path: string) => read(usedIn, path).length > 0;
	const files = [...read(writtenPages).map(path => [path]), ...templates.map(path => [path, ...(isWhole(path) ? [] : beside(read, path))])];
	return files.flatMap(paths => {
		const [path = '', ...others] = paths;
		const wrong = read(required, path).filter(
			({ name, source }) => source !== undefined && name.text !== wanted && lastOf(source.text) === wanted.toLowerCase(),
		);
		const [first] = wrong;
		if (first === undefined || paths.some(one => read(required, one).some(({ name }) => name.text === wanted))) return [];
		const uses: readonly Used[] = path.endsWith('.hcl') ? [path, ...others].flatMap(one => read(usedIn, one)) : read(exampleUses, path);
		if (uses.some(use => isUnder(read, use, first.name.text))) return [];
		const used = uses.find(use => read(components).some(component => isUseOf(use, component)))?.type;
		if (used === undefined && !placeholder.test(first.name.text)) return [];
		return wrong.map(({ name }) => ({ said: name, wanted, ...(used === undefined ? {} : { used }) }));
	});
};

/** The other files of the template that a file is part of. */
const beside = (read: Read, path: string) => {
	const dir = dirname(path);
	return read(filesIn, dir).flatMap(name => {
		const other = dir === '' ? name : `${dir}/${name}`;
		return other !== path && name.endsWith('.pkr.hcl') ? [other] : [];
	});
};

/** Whether a used type is a component's under another name of the plugin, or may be. */
function isUnder(read: Read, use: Used, accessor: string): boolean {
	const all = read(components).filter(({ kind }) => use.kind === undefined || use.kind === kind);
	if (all.some(({ name }) => use.type === (name === '' ? accessor : `${accessor}-${name}`))) return true;
	return (use.type === accessor || use.type.startsWith(`${accessor}-`)) && !all.some(component => isUseOf(use, component));
}

/** The names of the template and the guides. */
export const placeholder = /^(?:name|plugin[-_]?name)$/;

const lastOf = (source: string) => (source.split('/').at(-1) ?? '').replace(/^packer-plugin-/, '').toLowerCase();
