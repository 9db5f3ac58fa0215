import type { Fact, Read } from './database';
import { text } from './files';
import { goSourcesIn } from './go';

/** What the words of a Go file say it may declare: all that it does, and perhaps more, as comments and strings are looked at too. */
interface Declared {
	readonly types: readonly string[];
	readonly functions: readonly string[];
	/** The words in the receivers of methods. */
	readonly receivers: readonly string[];
	/** Whether types stand in a group, `type ( … )`, where any word may be one. */
	readonly grouped: boolean;
}

const declarations =
	/\b(?:type\s+([^\s()[\]{}*,;="`/]+)|type\s*(\()|func\s+([^\s()[\]{}*,;="`/]+)|func\s*(\((?:[^()]|\([^()]*\))*\))\s*[^\s()[\]{}*,;="`/]+[([])/g;

/**
 * Found in the text, without a parser: nearly every file of a package has the name of a type in it, and few declare it.
 * The others need not be parsed to look it up, which is more than half of the work in a large plugin.
 */
const declared: Fact<Declared, string> = (read, path) => {
	const [types, functions, receivers] = [new Set<string>(), new Set<string>(), new Set<string>()];
	let grouped = false;
	for (const [, type, group, name, receiver] of (read(text, path) ?? '').matchAll(declarations)) {
		if (type !== undefined) types.add(type);
		else if (name !== undefined) functions.add(name);
		else if (group !== undefined) grouped = true;
		else for (const word of receiver?.match(/[^\s()[\]{}*.,]+/g) ?? []) receivers.add(word);
	}
	return { types: [...types], functions: [...functions], receivers: [...receivers], grouped };
};

/** Whether a Go file may declare a type of a name. */
export const mayDeclareType = (read: Read, path: string, name: string): boolean => {
	const { types, grouped } = read(declared, path);
	return types.includes(name) || (grouped && (read(text, path)?.includes(name) ?? false));
};

/** The Go sources of a directory by what their words say they may declare, and those in which types stand in groups. */
interface DeclaredIn {
	readonly type: Index;
	readonly function: Index;
	readonly method: Index;
	readonly grouped: readonly string[];
}

type Index = Readonly<Record<string, readonly string[]>>;

const declaredIn: Fact<DeclaredIn, string> = (read, dir) => {
	const all = read(goSourcesIn, dir).map(path => ({ path, ...read(declared, path) }));
	const index = (namesOf: (one: Declared) => readonly string[]) => {
		const made: Record<string, string[]> = Object.create(null); // a type may be called constructor
		for (const one of all) for (const name of namesOf(one)) made[name] = [...(made[name] ?? []), one.path];
		return made;
	};
	const grouped = all.filter(one => one.grouped).map(({ path }) => path);
	return { type: index(({ types }) => types), function: index(({ functions }) => functions), method: index(({ receivers }) => receivers), grouped };
};

/** The Go sources of a directory that may declare a type, a function or methods on a type of a name, sorted. */
export function mayDeclare(read: Read, dir: string, kind: 'type' | 'function' | 'method', name: string): readonly string[] {
	const { grouped, ...index } = read(declaredIn, dir);
	const found = index[kind][name] ?? [];
	const inGroups = kind === 'type' ? grouped.filter(path => !found.includes(path) && read(text, path)?.includes(name)) : [];
	return inGroups.length === 0 ? found : [...found, ...inGroups].sort();
}
