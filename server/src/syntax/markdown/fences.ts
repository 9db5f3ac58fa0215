import { NodeTable, type Parsed } from '../../text/nodes';
import type { CodeBlock } from './file';

/** Fences that only a full parser recognizes: those in quotes, and those right after the mark of an item. */
const unclear = /^[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]).*?(?:```|~~~)|\r|^\ufeff/m;

/** Indented code, or a continued list: it matters only if it has install instructions. */
const indented = /^(?: {4}|[ ]{0,3}\t).*(?:required_plugins|packer plugins install)/;

/** A line after which the indented fence above it may not be a fence, and code there that matters. */
const doubtful = /^[ \t]*<|required_plugins|packer plugins install/;

/** The start and end of an HTML block, in which fences do not count (CommonMark 4.6, kinds 1 to 5). */
const html: readonly (readonly [start: RegExp, end: RegExp])[] = [
	[/^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
	[/^ {0,3}<!--/, /-->/],
	[/^ {0,3}<\?/, /\?>/],
	[/^ {0,3}<!\[CDATA\[/, /\]\]>/],
	[/^ {0,3}<![A-Za-z]/, />/],
];

/** Kinds 6 and 7 and a little more; they end at an empty line. */
const tag = /^ {0,3}<\/?[A-Za-z]/;
const empty = /^[ \t]*$/;

/** A fence that is open: its mark, what follows that, and where it and its content start. */
interface Fence {
	readonly mark: string;
	readonly info: string;
	readonly start: number;
	readonly from: number;
}

/**
 * The code blocks at the margin of a page, told line by line; undefined if it takes a parser to tell, or where code that is
 * indented says what to install. The first page that is parsed whole costs more than all Go files of a small plugin. The nodes are the first ones that `parseMarkdown` gives.
 */
export function fencesOf(text: string, table: NodeTable = new NodeTable()): Parsed<readonly CodeBlock[]> | undefined {
	if (unclear.test(text)) return undefined;
	const found: { fence: Fence; to: number; end: number }[] = [];
	let fence: Fence | undefined;
	let aside: { readonly indent: string; readonly mark: string } | undefined;
	let until: RegExp | undefined = /^---\n/.test(text) ? /^---[ \t]*$/ : undefined;
	let start = until ? 4 : 0;
	for (const line of text.slice(start).split('\n')) {
		const end = start + line.length;
		const [, indent, mark] = /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})/.exec(line) ?? [];
		if (fence) {
			const close = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
			if (close?.startsWith(fence.mark)) {
				found.push({ fence, to: Math.max(fence.from, start - 1), end });
				fence = undefined;
			}
		} else if (aside) {
			const [, indent, close] = /^([ \t]+)(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
			if (indent === aside.indent && close?.startsWith(aside.mark)) aside = undefined;
			else if (doubtful.test(line) || (!empty.test(line) && !line.startsWith(aside.indent))) return undefined;
		} else if (until) {
			if (until === empty && (mark !== undefined || html.some(([opening]) => opening.test(line)))) return undefined; // is it HTML at all?
			if (until.test(line)) until = undefined;
		} else if (indent && mark !== undefined) {
			if (doubtful.test(line)) return undefined;
			aside = { indent, mark };
		} else if (mark !== undefined) {
			fence = { mark, info: line.slice(mark.length).trim(), start, from: end + 1 };
			if (/[\\&]/.test(fence.info)) return undefined; // escapes and entities
		} else if (indented.test(line)) return undefined;
		else {
			const [, closing] = html.find(([opening]) => opening.test(line)) ?? [];
			if (closing) until = closing.test(line.trimStart().slice(2)) ? undefined : closing;
			else if (tag.test(line)) until = empty;
		}
		start = end + 1;
	}
	if (fence || aside || (until && until !== empty)) return undefined;
	return { file: found.map(({ fence, to, end }) => block(text, table, fence, to, end)), spans: table.spans };
}

function block(text: string, table: NodeTable, { info, start, from }: Fence, to: number, end: number): CodeBlock {
	const [, lang, meta] = /^(\S*)\s*(.*)$/s.exec(info) ?? [];
	const node = table.add(start, end);
	return { ...(lang && { lang }), ...(meta && { meta }), value: text.slice(from, to), fenced: true, verbatim: true, node, contentNode: table.add(from, to) };
}
