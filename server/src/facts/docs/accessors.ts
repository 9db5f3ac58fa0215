import { foreign, type Used, usedIn } from '../acctest/templates';
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
	return [...read(writtenPages), ...templates].flatMap(path => {
		const wrong = read(required, path).filter(
			({ name, source }) => source !== undefined && name.text !== wanted && lastOf(source.text) === wanted.toLowerCase(),
		);
		const [first] = wrong;
		if (first === undefined) return [];
		// A file that uses types is a template of its own, though others are beside it.
		const isPart = path.endsWith('.hcl') && read(usedIn, path).length === 0;
		const { isNamed, used, keys, strange } = isPart ? read(templateIn, dirname(path)) : templateOf(read, [path]);
		if (isNamed || isUsed(read, keys, first.name.text) || startsAny(strange, first.name.text)) return [];
		if (used === undefined && !placeholder.test(first.name.text)) return [];
		return wrong.map(({ name }) => ({ said: name, wanted, ...(used === undefined ? {} : { used }) }));
	});
};

/** What is read of one template. */
interface Template {
	/** Whether its `required_plugins` has the plugin's own name. */
	readonly isNamed: boolean;
	/** The first type that is a component's. */
	readonly used?: string;
	/** The types that it uses, by kind and type. */
	readonly keys: Readonly<Record<string, true>>;
	/** The types that are of no component, sorted. */
	readonly strange: readonly string[];
}

/** The template that the files of a directory are: read once for all of them. */
const templateIn: Fact<Template, string> = (read, dir) => {
	const names = read(filesIn, dir).filter(name => name.endsWith('.pkr.hcl'));
	return templateOf(
		read,
		names.map(name => (dir === '' ? name : `${dir}/${name}`)),
	);
};

function templateOf(read: Read, paths: readonly string[]): Template {
	const { name: wanted } = read(identity);
	const uses: readonly Used[] = paths.flatMap(path => read(path.endsWith('.hcl') ? usedIn : exampleUses, path) as readonly Used[]);
	const own = new Set(read(components).flatMap(({ kind, fullName }) => [keyOf(kind, fullName), keyOf(undefined, fullName)]));
	const isOwn = ({ kind, type }: Used) => own.has(keyOf(kind, type));
	const used = uses.find(isOwn)?.type;
	return {
		isNamed: paths.some(path => read(required, path).some(({ name }) => name.text === wanted)),
		...(used === undefined ? {} : { used }),
		keys: Object.fromEntries(uses.map(({ kind, type }) => [keyOf(kind, type), true as const])),
		strange: [...new Set(uses.filter(use => !isOwn(use)).map(({ type }) => type))].sort(),
	};
}

const keyOf = (kind: Used['kind'], type: string) => `${kind ?? ''} ${type}`;

/** Whether a component is used under another name of the plugin. */
const isUsed = (read: Read, keys: Template['keys'], accessor: string) =>
	read(components).some(({ kind, name }) => {
		const type = name === '' ? accessor : `${accessor}-${name}`;
		return Object.hasOwn(keys, keyOf(kind, type)) || Object.hasOwn(keys, keyOf(undefined, type));
	});

/** Whether a name is one of the sorted types, or one begins with it. */
const startsAny = (types: readonly string[], name: string) =>
	types[firstFrom(types, name)] === name || types[firstFrom(types, `${name}-`)]?.startsWith(`${name}-`);

/** The index of the first of the sorted texts that is not before another. */
function firstFrom(sorted: readonly string[], text: string): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] as string) < text) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The names of the template and the guides. */
export const placeholder = /^(?:name|plugin[-_]?name)$/;

const lastOf = (source: string) => (source.split('/').at(-1) ?? '').replace(/^packer-plugin-/, '').toLowerCase();
