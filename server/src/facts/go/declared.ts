import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { goSourcesIn } from './go';

/*
 * What the words of Go files say they may declare: all that they do, and perhaps more, as comments and strings are looked at too. Found in the text,
 * without a parser: nearly every file of a package has the name of a type in it, and few declare it. The others need not be parsed to look it up,
 * which is more than half of the work in a large plugin.
 */

/** The types of one file; `grouped` where some stand in a group, `type ( … )`, or behind a comment, so that any word may be one. */
const typesOf: Fact<{ readonly names: readonly string[]; readonly grouped: boolean }, string> = (read, path) => {
	const names = [...(read(text, path) ?? '').matchAll(/\btype(?:\s+([^\s()[\]{}*,;="`/]+)|\s*[(/])/g)].map(match => match[1]);
	return { names: [...new Set(names.filter(name => name !== undefined))], grouped: names.includes(undefined) };
};

/** The functions of one file, and the words in the receivers of its methods. */
const functionsOf: Fact<{ readonly functions: readonly string[]; readonly receivers: readonly string[] }, string> = (read, path) => {
	const [functions, receivers] = [new Set<string>(), new Set<string>()];
	const declarations = /\bfunc(?:\s+([^\s()[\]{}*,;="`/]+)|\s*(\((?:[^()]|\([^()]*\))*\))\s*[^\s()[\]{}*,;="`/]+[([])/g;
	for (const [, name, receiver] of (read(text, path) ?? '').matchAll(declarations)) {
		if (name !== undefined) functions.add(name);
		else for (const word of receiver?.match(/[^\s()[\]{}*.,]+/g) ?? []) receivers.add(word);
	}
	return { functions: [...functions], receivers: [...receivers] };
};

/** The Go sources of a directory by a name that they may declare. */
type Index = Readonly<Record<string, readonly string[]>>;

/** The Go sources of a directory by the types that they may declare, and those in which types stand in groups. */
const typesIn: Fact<{ readonly byName: Index; readonly grouped: readonly string[] }, string> = (read, dir) => {
	const paths = read(goSourcesIn, dir);
	return { byName: indexed(paths, path => read(typesOf, path).names), grouped: paths.filter(path => read(typesOf, path).grouped) };
};

const functionsIn: Fact<Index, string> = (read, dir) => indexed(read(goSourcesIn, dir), path => read(functionsOf, path).functions);
const receiversIn: Fact<Index, string> = (read, dir) => indexed(read(goSourcesIn, dir), path => read(functionsOf, path).receivers);

function indexed(paths: readonly string[], namesOf: (path: string) => readonly string[]): Index {
	const index: Record<string, string[]> = Object.create(null); // a type may be called constructor
	for (const path of paths) {
		for (const name of namesOf(path)) {
			const known = index[name];
			if (known === undefined) index[name] = [path];
			else known.push(path);
		}
	}
	return index;
}

/** Whether a Go file may declare a type of a name. */
export const mayDeclareType = (read: Read, path: string, name: string): boolean => {
	const { names, grouped } = read(typesOf, path);
	return names.includes(name) || (grouped && (read(text, path)?.includes(name) ?? false));
};

/** The Go sources of a directory that may declare a type, a function or methods on a type of a name, sorted. */
export function mayDeclare(read: Read, dir: string, kind: 'type' | 'function' | 'method', name: string): readonly string[] {
	if (kind !== 'type') return read(kind === 'function' ? functionsIn : receiversIn, dir)[name] ?? [];
	const { byName, grouped } = read(typesIn, dir);
	const found = byName[name] ?? [];
	const inGroups = grouped.filter(path => !found.includes(path) && read(text, path)?.includes(name));
	return inGroups.length === 0 ? found : [...found, ...inGroups].sort();
}
