import { NodeTable, type Parsed } from '../../text/nodes';
import { Builder } from './builder';
import { fencesOf } from './fences';
import type { MarkdownComment, MarkdownFile } from './file';
import { includesIn, missedIncludesIn } from './includes';
import { tooMuch } from './limits';
import { treeOf } from './tree';

/** What a Markdown or MDX page says. Never throws: what was not read is in `problems`. Slow beside the other languages: ask once. */
export function parseMarkdown(text: string): Parsed<MarkdownFile> & { readonly comments: readonly MarkdownComment[] } {
	const table = new NodeTable();
	fencesOf(text, table); // its nodes come first, so that they are the same whether the page is parsed or not
	const found = { includes: includesIn(text, table), missedIncludes: missedIncludesIn(text, table) };
	const nothing = { headings: [], codeBlocks: [], links: [], inlineCodes: [], html: [], plainText: '' };
	const unread = (message: string) => ({ file: { ...nothing, ...found, problems: [{ message, node: table.add(0, 0) }] }, spans: table.spans, comments: [] });
	const reason = tooMuch(text);
	if (reason) return unread(reason);
	try {
		const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
		const builder = new Builder(text, table, shift);
		const { root, addresses } = treeOf(text.slice(shift));
		builder.read(root, addresses);
		return { file: { ...builder.file(), ...found, problems: [] }, spans: table.spans, comments: builder.comments };
	} catch {
		return unread('cannot be read');
	}
}
