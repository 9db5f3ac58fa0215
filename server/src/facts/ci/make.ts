import { expanding } from '../../syntax/makefile/expand';
import type { MakeFile } from '../../syntax/makefile/file';
import { parseMakefile } from '../../syntax/makefile/parse';
import type { NodeSpans } from '../../text/nodes';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { filesIn, text } from '../core/files';
import { basename, join } from '../core/paths';

/** The names under which GNU make looks for its file, in its order. */
const names = ['GNUmakefile', 'makefile', 'Makefile'];

/** Whether a file is read as a Makefile. */
export const isMakefile = (path: string): boolean => names.includes(basename(path)) || path.endsWith('.mk');

const parsedMakefile: Fact<{ file: MakeFile; spans: NodeSpans } | undefined, string> = (read, path) => {
	const source = read(text, path);
	return source === undefined ? undefined : parseMakefile(source);
};

/** What a Makefile says; undefined if there is none. */
export const makeFile: Fact<MakeFile | undefined, string> = (read, path) => read(parsedMakefile, path)?.file;

/** Where the nodes of a Makefile stand. */
export const makefileSpans: Fact<NodeSpans | undefined, string> = (read, path) => read(parsedMakefile, path)?.spans;

/** The Makefile that `make` reads at the plugin's root; undefined if there is none. */
export const makefilePath: Fact<string | undefined> = read => {
	const there = read(filesIn, '');
	return names.find(name => there.includes(name));
};

/** One target, with all that its rules say, variables of the file put in. */
export interface MakeTarget {
	readonly name: string;
	readonly place: Place;
	readonly prerequisites: readonly string[];
	readonly recipe: readonly string[];
}

/** The targets of the Makefile and of what it includes. */
export interface MakeTargets {
	readonly path: string;
	readonly targets: readonly MakeTarget[];
	/** Whether these are all: no included file is missing, no target is computed or matches any name. */
	readonly complete: boolean;
}

/** The most names and lines that are kept of all targets: a rule of many targets and many prerequisites has the product of both. */
const most = 200_000;

/** The targets that `make` knows at the plugin's root; undefined if there is no Makefile, or it could not be read. */
export const makeTargets: Fact<MakeTargets | undefined> = read => {
	const path = read(makefilePath);
	if (path === undefined || read(makeFile, path) === undefined) return undefined;
	const { files, complete } = withIncludes(read, path);
	const targets = new Map<string, { name: string; place: Place; prerequisites: string[]; recipe: string[] }>();
	let all = complete;
	let kept = 0;
	const variables = files.flatMap(({ file }) => file.variables);
	for (const { path, file: one } of files) {
		// All parts of a Makefile have the same variables.
		const expanded = expanding({ ...one, variables });
		for (const rule of one.rules) {
			const recipe = rule.recipe.map(line => expanded(line.text).text);
			const prerequisites = rule.prerequisites.flatMap(word => expanded(word.text).text.split(/\s+/));
			for (const { text, node } of rule.targets) {
				const name = expanded(text);
				if ((!name.complete && !isPath(name.text)) || name.text === '.DEFAULT') all = false;
				for (const one of name.text.split(/\s+/)) {
					if (one === '.PHONY' || one === '') continue;
					kept += 1 + prerequisites.length + recipe.length;
					if (kept > most) return { path, targets: [...targets.values()], complete: false };
					const target = targets.get(one) ?? { name: one, place: at(path, node), prerequisites: [], recipe: [] };
					targets.set(one, target);
					for (const prerequisite of prerequisites) target.prerequisites.push(prerequisite);
					for (const line of recipe) target.recipe.push(line);
				}
			}
		}
	}
	return { path, targets: [...targets.values()], complete: all };
};

/** Whether a name that is not known whole has a separator outside of `$(…)`: it is then a file's, and none that people call. */
const isPath = (name: string) => name.replace(/\$[({][^)}]*[)}]/g, '').includes('/');

/** The target of a name: its own, or one of a pattern that the name fits. */
export const targetNamed = ({ targets }: MakeTargets, name: string): MakeTarget | undefined =>
	targets.find(t => t.name === name) ?? targets.find(t => t.name.includes('%') && fits(t.name, name));

function fits(pattern: string, name: string): boolean {
	const [start = '', end = ''] = pattern.split('%', 2);
	return name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

/** The commands that making a target runs, those of its prerequisites first, without what `seen` says is made; undefined if there is no such target. */
export function recipeOf(make: MakeTargets, name: string, seen = new Set<string>()): readonly string[] | undefined {
	const lines: string[] = [];
	const visit = (one: string): boolean => {
		const target = targetNamed(make, one);
		if (target === undefined || seen.has(one)) return target !== undefined;
		seen.add(one);
		for (const prerequisite of target.prerequisites) visit(prerequisite);
		lines.push(...target.recipe);
		return true;
	};
	return visit(name) ? lines : undefined;
}

function withIncludes(read: Read, first: string): { files: { path: string; file: MakeFile }[]; complete: boolean } {
	const files: { path: string; file: MakeFile }[] = [];
	const open = [first];
	let complete = true;
	for (let path = open.pop(); path !== undefined; path = open.pop()) {
		const file = read(makeFile, path);
		if (file === undefined || file.problems.length > 0 || /\$[({](?:eval|foreach|call)\b/.test(read(text, path) ?? '')) complete = false;
		if (file === undefined || files.some(f => f.path === path)) continue;
		files.push({ path, file });
		const expanded = expanding(file);
		for (const include of file.includes) {
			for (const word of expanded(include.path).text.split(/\s+/)) {
				const included = /[$*?[]/.test(word) ? undefined : join(word);
				if (included === undefined) complete = false;
				else open.push(included);
			}
		}
	}
	return { files, complete };
}
