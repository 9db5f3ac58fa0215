import { type NodeSpans, spanOf } from '../../text/nodes';
import type { Span } from '../../text/span';
import { fencesOf } from './fences';

/** HTML that goes on over empty lines (CommonMark 4.6, kinds 1 to 5): where there is some, a page is not parted. */
const longHtml = /^ {0,3}<(?:pre|script|style|textarea|!|\?)/im;

/**
 * The parts of a page that hold some offsets, in its order, each of which has the same links whether it is parsed alone or with the page: a line at the
 * margin behind an empty line starts a block of its own, outside of fences; one of dashes is left out, as at the start it opens front matter. Undefined where it takes a parser to tell.
 */
export function partsAround(source: string, offsets: readonly number[]): readonly Span[] | undefined {
	const fences = longHtml.test(source) || source.startsWith('---') ? undefined : fencesOf(source);
	if (fences === undefined) return undefined;
	const closed = fences.file.flatMap(({ node }) => spanOf(fences.spans as NodeSpans, node) ?? []);
	const starts = [0];
	let next = 0;
	for (const { index } of source.matchAll(/(?<=^|\n)[ \t]{0,200}\n(?!---)(?=\S)/g)) {
		const start = source.indexOf('\n', index) + 1;
		while (next < closed.length && (closed[next] as Span).end <= start) next++;
		const fence = closed[next];
		if (fence === undefined || start <= fence.start) starts.push(start);
	}
	const parts = starts.map((start, i) => ({ start, end: starts[i + 1] ?? source.length }));
	return parts.filter(({ start, end }) => offsets.some(offset => start <= offset && offset < end));
}
