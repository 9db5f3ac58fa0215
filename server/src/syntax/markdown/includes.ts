import type { NodeTable } from '../../text/nodes';
import type { Include, MissedInclude } from './file';

const mark = "@include '";

/** Every `@include '…'`, found as `packer-sdc renderdocs` finds it: by these bytes, wherever they stand. */
export function includesIn(text: string, table: NodeTable): Include[] {
	const includes: Include[] = [];
	for (let at = text.indexOf(mark); at >= 0 && at + mark.length < text.length; ) {
		const from = at + mark.length;
		const quote = text.indexOf("'", from);
		const to = quote < 0 ? text.length : quote;
		const end = quote < 0 ? to : to + 1;
		includes.push({ path: text.slice(from, to), closed: quote >= 0, node: table.add(at, end), pathNode: table.add(from, to) });
		at = text.indexOf(mark, end);
	}
	return includes;
}

/** Lines that start with `@include` but do not include: other quotes, no quotes, other spaces. */
export function missedIncludesIn(text: string, table: NodeTable): MissedInclude[] {
	return [...text.matchAll(/^[ \t]*(@include\b(?! ')[^\r\n]*)/gm)].map(({ 0: all, 1: line = '', index }) => {
		const [start, found] = [index + all.length - line.length, line.trimEnd()];
		return { text: found, node: table.add(start, start + found.length) };
	});
}
