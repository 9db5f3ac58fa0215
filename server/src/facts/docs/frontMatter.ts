import { parseYaml } from '../../syntax/yaml/parse';
import type { Fact } from '../core/database';
import { text } from '../core/files';

/** The front matter of a page that begins with it. */
export interface FrontMatter {
	/** Where its lines start, and the line that closes it. */
	readonly start: number;
	readonly end: number;
	/** Its keys; undefined if it is not a mapping, or not YAML. */
	readonly keys?: readonly string[];
	/** Why it is not YAML, and on which of its lines, from 0. */
	readonly problem?: { readonly message: string; readonly line: number };
}

/** The front matter of a page; undefined if it does not begin with any. */
export const frontMatter: Fact<FrontMatter | undefined, string> = (read, path) => {
	const source = read(text, path) ?? '';
	const start = /^\ufeff?---[ \t]*\r?\n/.exec(source)?.[0].length;
	const close = start === undefined ? undefined : /^---[ \t]*\r?$/m.exec(source.slice(start, start + longest));
	if (start === undefined || !close) return undefined;
	const end = start + close.index;
	const { file, spans } = parseYaml(source.slice(start, end));
	const [problem] = file.problems;
	const { root } = file;
	const keys = root?.kind === 'map' ? root.entries.map(({ key }) => key) : undefined;
	if (problem === undefined) return { start, end, ...(keys ? { keys } : {}) };
	const before = source.slice(start, start + (spans[problem.node * 2] ?? 0));
	return { start, end, problem: { message: problem.message, line: before.split('\n').length - 1 } };
};

/** Front matter is short. */
const longest = 20_000;
