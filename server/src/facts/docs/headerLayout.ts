import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { header } from './header';

/** What is wrong with the lines of a page that compile-to-webdocs.sh drops. */
export interface HeaderProblem {
	/**
	 * `cut`: of the three lines behind front matter one is neither empty nor the title, and is not published; `title`: the title is not among them, and
	 * is published; `dashes`: front matter is not closed, and a line of the text that starts with `---` counts as its end.
	 */
	readonly kind: 'cut' | 'title' | 'dashes';
	/** The line that is not published, the title, or the line that counts as the end. */
	readonly said: string;
	readonly from: number;
	readonly to: number;
	/** Where front matter ends and the text starts: what is between can be written anew. Not of `dashes`. */
	readonly between?: readonly [start: number, end: number];
	/** The title, where the page begins with one. */
	readonly title?: string;
	/** The comments between front matter and text. */
	readonly comments: readonly string[];
}

interface Line {
	readonly text: string;
	readonly start: number;
}

/** A longer first line is not read. */
const longest = 500;

/** How many lines compile-to-webdocs.sh drops behind front matter: an empty one, the title, and another empty one. */
const dropped = 3;

/** What compile-to-webdocs.sh drops of a page with front matter although it should not, or keeps; undefined if the page has the layout that it expects. */
export const headerLayout: Fact<HeaderProblem | undefined, string> = (read, path) => problemOf(read, path, read(text, path) ?? '');

function problemOf(read: Read, path: string, source: string): HeaderProblem | undefined {
	if (read(header, path)?.frontMatter !== 'there') return undefined;
	const lines = linesOf(source);
	const [first, last] = lines.flatMap(({ text }, i) => (text.startsWith('---') ? [i] : []));
	const end = last === undefined ? undefined : lines[last];
	if (first === undefined || last === undefined || end === undefined) return undefined;
	if (!/^---\s*$/.test(end.text)) {
		const plain = lines.some(({ text }, i) => i > last && /^---\s*$/.test(text));
		return plain ? undefined : { kind: 'dashes', ...placed(end), comments: [] };
	}
	const three = lines.slice(last + 1, last + 1 + dropped);
	if (three.some(({ text }) => text.includes('@include'))) return undefined; // what is dropped then is the start of a partial
	const { comments, content } = begun(lines, last + 1);
	const line = lines[content]?.text.trimEnd() ?? '';
	if (line.length > longest) return undefined;
	const title = /^# +(.*?)[ \t#]*$/.exec(line)?.[1];
	const rest = title === undefined ? content : next(lines, content + 1);
	const between = [lines[last + 1]?.start ?? source.length, lines[rest]?.start ?? source.length] as const;
	const more = { between, comments, ...(title === undefined ? {} : { title }) };
	const isDropped = (i: number) => i <= last + dropped;
	const cut = three.find(({ text, start }) => text.trim() !== '' && !isIn(start, lines, content, title) && !isWhole(text));
	if (cut !== undefined) return { kind: 'cut', ...placed(cut), ...more };
	const heading = lines[content];
	return title !== undefined && heading !== undefined && !isDropped(content) ? { kind: 'title', ...placed(heading), ...more } : undefined;
}

const isIn = (start: number, lines: readonly Line[], content: number, title: string | undefined) => title !== undefined && lines[content]?.start === start;

/** Whether a line is a whole comment: nobody misses it. */
const isWhole = (line: string): boolean => /^\s*<!--.*-->\s*$/.test(line);

const placed = ({ text, start }: Line) => ({ said: text.trim(), from: start, to: start + text.trimEnd().length });

function linesOf(source: string): readonly Line[] {
	let start = 0;
	return source.split('\n').map(text => {
		const line = { text, start };
		start += text.length + 1;
		return line;
	});
}

/** The first line from one on that passes; undefined if none does. */
function find(lines: readonly Line[], from: number, passes: (text: string) => boolean): number | undefined {
	for (let i = from; i < lines.length; i++) if (passes(lines[i]?.text ?? '')) return i;
	return undefined;
}

/** The first line from one on that is not empty, or the end. */
const next = (lines: readonly Line[], from: number): number => find(lines, from, text => text.trim() !== '') ?? lines.length;

/** The comments that a text begins with, and the line behind them. */
function begun(lines: readonly Line[], from: number): { readonly comments: readonly string[]; readonly content: number } {
	const comments: string[] = [];
	let content = next(lines, from);
	while (lines[content]?.text.trimStart().startsWith('<!--')) {
		const end = find(lines, content, text => text.includes('-->'));
		if (end === undefined || !lines[end]?.text.trimEnd().endsWith('-->')) break;
		const comment = lines.slice(content, end + 1).map(({ text }) => text.trimEnd());
		comments.push(comment.join('\n'));
		content = next(lines, end + 1);
	}
	return { comments, content };
}
