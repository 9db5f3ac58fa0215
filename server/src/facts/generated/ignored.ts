import type { Fact } from '../core/database';
import { text } from '../core/files';
import { matchesGlob } from './glob';

/** Whether the plugin's .gitignore keeps a path out of the repository (gitignore(5)); those in folders below the root are not asked. */
export const isGitIgnored: Fact<boolean, string> = (read, path) => read(ignoredBy, path) !== undefined;

/** The line of the plugin's .gitignore that keeps a path out of the repository; undefined if none does. */
export const ignoredBy: Fact<string | undefined, string> = (read, path) => {
	const parts = path.split('/');
	const lines = parts.map((_, i) => deciding(read(ignoreRules), parts.slice(0, i + 1).join('/'), i < parts.length - 1));
	return lines.find(rule => rule?.negated === false)?.line;
};

/** One line of a .gitignore: a glob of whole paths. */
interface Rule {
	readonly line: string;
	readonly glob: string;
	readonly folders: boolean;
	readonly negated: boolean;
}

const ignoreRules: Fact<readonly Rule[]> = read => (read(text, '.gitignore') ?? '').split(/\r?\n/).flatMap(line => readRule(trimmed(line)));

/** A line without the spaces at its end; one after a backslash is kept. */
function trimmed(line: string): string {
	const text = line.trimEnd();
	return text.endsWith('\\') && text.length < line.length ? line.slice(0, text.length + 1) : text;
}

function readRule(line: string): Rule[] {
	if (line === '' || line.startsWith('#')) return [];
	const negated = line.startsWith('!');
	const body = negated ? line.slice(1) : line;
	const folders = body.endsWith('/');
	const glob = (folders ? body.slice(0, -1) : body).replace(/^\\(?=[#!])/, '');
	const anchored = glob.includes('/');
	return [{ line, glob: anchored ? glob.replace(/^\//, '') : `**/${glob}`, folders, negated }];
}

const deciding = (rules: readonly Rule[], path: string, folder: boolean): Rule | undefined =>
	rules.findLast(rule => (folder || !rule.folders) && matchesGlob(rule.glob, path));
