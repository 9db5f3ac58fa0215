import type { Span } from '../../text/span';

/** The HTML comments of a page, wherever they stand; to the end of the page where one is not closed. */
export function commentsIn(source: string): readonly Span[] {
	const out: Span[] = [];
	for (let start = source.indexOf('<!--'); start !== -1; start = source.indexOf('<!--', out.at(-1)?.end)) {
		const end = source.indexOf('-->', start + 4);
		out.push({ start, end: end === -1 ? source.length : end + 3 });
	}
	return out;
}
