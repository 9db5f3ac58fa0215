import { basename } from 'node:path/posix';
import { Parser } from 'yaml';

/** How comments are told from the rest, by the name of the file: the first group is the comment. */
const languages: ReadonlyArray<readonly [name: RegExp, comment: RegExp]> = [
	[/\.go$/, /`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(\/\/.*|\/\*[\s\S]*?\*\/)/g],
	[/^go\.mod$/, /(\/\/.*)/g],
	[/\.hcl$/, /"(?:[^"\\\n]|\\.)*"|(#.*|\/\/.*|\/\*[\s\S]*?\*\/)/g],
	[/\.mdx?$/, /(<!--[\s\S]*?-->)/g],
	[/^(?:GNUm|M|m)akefile$/, /(?<=^|\s)(#.*)/gm],
];

/** The comments of a file, as they stand; directives to tools (`//go:generate …`) are code. Of a language not known here, none. */
export function comments(path: string, text: string): string[] {
	if (/\.ya?ml$/.test(path)) return yamlComments(text);
	const [, comment] = languages.find(([name]) => name.test(basename(path))) ?? [];
	if (comment === undefined) return [];
	return [...text.matchAll(comment)].flatMap(([, said]) => (said === undefined || /^\/\/go:\w/.test(said) ? [] : [said.trimEnd()]));
}

/** Read with the YAML parser, because a `#` in a block of text is not a comment. */
const yamlComments = (text: string): string[] => yamlTokens(text).flatMap(({ type, source }) => (type === 'comment' ? [source] : []));

interface Token {
	readonly type: string;
	readonly offset: number;
	readonly source: string;
}

function yamlTokens(text: string): Token[] {
	const found: Token[] = [];
	const look = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		if ('type' in value && 'source' in value && 'offset' in value) found.push(value as Token);
		for (const inner of Object.values(value)) look(inner);
	};
	for (const token of new Parser().parse(text)) look(token);
	return found;
}

/** The lines, from 0, within a text of several: a comment there would be text. */
function linesOfTexts(path: string, text: string): Set<number> {
	const spans = /\.ya?ml$/.test(path)
		? yamlTokens(text).map(({ offset, source }) => [offset, offset + source.length] as const)
		: [...text.matchAll(/^(`{3,}|~{3,}).*\n[\s\S]*?^\1\n|`[^`]*`|<!--[\s\S]*?-->|^---\n[\s\S]*?^---\n/gm)].map(m => [m.index, m.index + m[0].length] as const);
	const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1;
	return new Set(spans.flatMap(([start, end]) => (lineOf(start) < lineOf(end - 1) ? range(lineOf(start), lineOf(end - 1)) : [])));
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** A text with a comment above each line, or behind each that has none; the text itself where no comment can be written in such a file. */
export function commented(path: string, text: string, where: 'above' | 'behind'): string {
	const [open, close] = /\.mdx?$/.test(path) ? ['<!--', ' -->'] : /\.go$|^go\.mod$/.test(path) ? ['//', ''] : ['#', ''];
	if (!/\.ya?ml$/.test(path) && !languages.some(([name]) => name.test(basename(path)))) return text;
	const skipped = linesOfTexts(path, text);
	const lines = text.split('\n').map((line, i, all) => {
		if (i === all.length - 1 || skipped.has(i)) return line;
		if (where === 'behind' && (line.trim() === '' || /\/\/|#|<!--/.test(line))) return line;
		const comment = `${open} comment ${i + 1}${close}`;
		return where === 'above' ? `${comment}\n${line}` : `${line} ${comment}`;
	});
	return lines.join('\n');
}
