import type { Fact } from '../core/database';
import { text } from '../core/files';

/** What a page begins with. */
export interface Header {
	/** Whether `---` lines enclose front matter, or one opens it that none closes. */
	readonly frontMatter: 'there' | 'missing' | 'unclosed';
	/** The text of the `# Title` that the page begins with where it has no front matter. */
	readonly title?: string;
	/** How many lines compile-to-webdocs.sh drops of a page without front matter, where there is more on them than the title. */
	readonly dropped?: number;
}

/**
 * How a page begins, as compile-to-webdocs.sh sees it: it drops everything up to the second line that starts with `---`, and then three
 * more lines. Undefined where there is no such page.
 */
export const header: Fact<Header | undefined, string> = (read, path) => {
	const source = read(text, path);
	if (source === undefined) return undefined;
	const start = source.replace(/^\ufeff?(?:\s+|<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\})*/, '');
	if (/^---[^\n]*\n(?:[\s\S]*?\n)?---/.test(start)) return { frontMatter: 'there' };
	if (/^---[ \t]*\r?\n/.test(start)) return { frontMatter: 'unclosed' };
	const title = /^\s*# +(.*?)[ \t#]*\r?(?:\n|$)/.exec(source)?.[1];
	return { frontMatter: 'missing', ...(title === undefined ? {} : { title }), ...droppedOf(source) };
};

function droppedOf(source: string): { dropped?: number } {
	const lines = source.split('\n');
	const dashes = lines.flatMap((line, i) => (line.startsWith('---') ? [i + 1] : [])).slice(0, 2);
	const dropped = Math.min((dashes.at(-1) ?? 0) + 3, lines.length);
	const content = lines.slice(0, dropped).filter(line => line.trim() !== '');
	return content.length > (/^# /.test(content[0] ?? '') ? 1 : 0) ? { dropped } : {};
}
