import type { Fact } from '../core/database';
import { text } from '../core/files';

/** What a page begins with. */
export interface Header {
	/** Whether `---` lines enclose front matter, or one opens it that none closes. */
	readonly frontMatter: 'there' | 'missing' | 'unclosed';
	/** The text of the `# Title` that the page begins with where it has no front matter. */
	readonly title?: string;
}

/**
 * How a page begins, as compile-to-webdocs.sh sees it: it drops all up to the second line that starts with `---`, and then three
 * more lines, whatever they are. Undefined where there is no such page.
 */
export const header: Fact<Header | undefined, string> = (read, path) => {
	const source = read(text, path);
	if (source === undefined) return undefined;
	const start = source.replace(/^\ufeff?(?:\s+|<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\})*/, '');
	if (/^---[^\n]*\n(?:[\s\S]*?\n)?---/.test(start)) return { frontMatter: 'there' };
	if (/^---[ \t]*\r?\n/.test(start)) return { frontMatter: 'unclosed' };
	const title = /^\s*# +(.*?)[ \t#]*\r?(?:\n|$)/.exec(source)?.[1];
	return { frontMatter: 'missing', ...(title === undefined ? {} : { title }) };
};
