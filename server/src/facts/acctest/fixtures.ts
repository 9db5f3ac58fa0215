import type { Fact } from '../core/database';
import { text } from '../core/files';
import { basename, dirname, isInDirectory, join } from '../core/paths';
import { templateFiles, usedIn } from './templates';

/** The templates that a Go test runs, as far as they are files: those of its folder and those that it names; where it has none, all that it may mean. */
export const fixturesOf: Fact<readonly string[], string> = (read, path) => {
	const dir = dirname(path);
	const all = read(templateFiles);
	const source = read(text, path) ?? '';
	const named = namedIn(source, dir, read(templateWords));
	const takesAll = /\b(?:Glob|ReadDir|WalkDir|Walk)\(/.test(source);
	const isOwn = (file: string) => dir !== '' && isInDirectory(dirname(file), dir) && (dirname(file) !== dir || takesAll || named.has(basename(file)));
	const own = all.filter(file => isOwn(file) || isNamed(file, dir, named, true));
	if (own.length > 0 || read(usedIn, path).length > 0) return own;
	const meant = all.filter(file => isNamed(file, dir, named, false));
	return meant.length > 0 ? meant : all.filter(file => !/^examples?\//.test(file));
};

/** The templates that a script or workflow builds: those that it names, or all where it names none. */
export const templatesBuiltBy: Fact<readonly string[], string> = (read, path) => {
	const all = read(templateFiles);
	const named = namedIn(read(text, path) ?? '', dirname(path), read(templateWords));
	const meant = all.filter(file => isNamed(file, dirname(path), named, false));
	return meant.length > 0 ? meant : all;
};

/** The names of the templates and of the folders that they are in: what a path to one of them ends with. */
const templateWords: Fact<Readonly<Record<string, true>>> = read => {
	const words: Record<string, true> = Object.create(null);
	for (const file of read(templateFiles)) for (const part of file.split('/')) words[part] = true;
	return words;
};

/**
 * What a text says that may be a path to a template: words with their ends, so that `$root/examples/basic` names `examples/basic`, and relative paths as
 * they are from the root. Words that end otherwise than every template and folder of templates are left out, which is nearly all of a Go file.
 */
function namedIn(source: string, dir: string, templates: Readonly<Record<string, true>>): ReadonlySet<string> {
	const found = new Set<string>();
	for (const [word] of source.matchAll(/[\w.-]+(?:\/[\w.-]+)*/g)) {
		const last = word.slice(word.lastIndexOf('/') + 1);
		const dots = /^\.{1,3}$/.test(last);
		if (!dots && templates[last] === undefined) continue;
		if (word.startsWith('.') || word.includes('../')) {
			const there = join(dir, word);
			if (there) found.add(there);
		}
		const parts = word.split('/').filter(part => !/^\.{0,3}$/.test(part));
		for (let i = 0; i < parts.length; i++) found.add(parts.slice(i).join('/'));
	}
	return found;
}

/** Folders of code: a text that has one of these words does not mean the templates somewhere below. */
const code = /^(?:builders?|provisioners?|post-processors?|datasources?|data-sources?|components?|internal|pkg|cmd|src|lib|common)$/;

/** Whether a file, or a folder that it is in, is among the names; `whole` asks for paths of more than one part. */
function isNamed(file: string, dir: string, named: ReadonlySet<string>, whole: boolean): boolean {
	const seen = dir !== '' && isInDirectory(file, dir) ? [file, file.slice(dir.length + 1)] : [file];
	return seen.some(path => {
		const parts = path.split('/');
		return (
			parts.some((part, i) => {
				const there = parts.slice(0, i + 1).join('/');
				return !(whole && i === 0) && !code.test(part) && named.has(there);
			}) ||
			(!whole && named.has(parts.at(-1) as string))
		);
	});
}
