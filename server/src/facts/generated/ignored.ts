import type { Fact } from '../core/database';
import { text } from '../core/files';

/** Whether the plugin's .gitignore keeps a path out of the repository (gitignore(5)); those in folders below the root are not asked. */
export const isGitIgnored: Fact<boolean, string> = (read, path) => {
	const parts = path.split('/');
	return parts.some((_, i) => isNamed(read(ignoreRules), parts.slice(0, i + 1).join('/'), i < parts.length - 1));
};

/** One line of a .gitignore: a regular expression in text, as facts hold plain values. */
interface Rule {
	readonly pattern: string;
	readonly folders: boolean;
	readonly negated: boolean;
}

const ignoreRules: Fact<readonly Rule[]> = read => (read(text, '.gitignore') ?? '').split(/\r?\n/).flatMap(line => readRule(line.replace(/(?<!\\)\s+$/, '')));

function readRule(line: string): Rule[] {
	if (line === '' || line.startsWith('#')) return [];
	const [, not, body = ''] = /^(!?)(.*)$/.exec(line) ?? [];
	const folders = body.endsWith('/');
	const glob = body.replace(/\/$/, '').replace(/^\\(?=[#!])/, '');
	const anchored = glob.includes('/');
	const pattern = glob.replace(/^\//, '').replace(/\*\*\/|\/\*\*$|\*|\?|\[!?[^\]]+\]|\\(.)|[.+^${}()|\\]/g, (found, escaped?: string) => {
		if (found === '**/') return '(?:.*/)?';
		if (found === '/**') return '/.*';
		if (found === '*') return '[^/]*';
		if (found === '?') return '[^/]';
		if (found.startsWith('[')) return found.replace('[!', '[^');
		return `\\${escaped ?? found}`;
	});
	return [{ pattern: `^${anchored ? '' : '(?:.*/)?'}${pattern}$`, folders, negated: not === '!' }];
}

const isNamed = (rules: readonly Rule[], path: string, folder: boolean): boolean =>
	rules.findLast(rule => (folder || !rule.folders) && matches(rule.pattern, path))?.negated === false;

function matches(pattern: string, path: string): boolean {
	try {
		return new RegExp(pattern).test(path);
	} catch {
		return false;
	}
}
