import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { nodeSpans } from '../facts/places/nodeSpans';
import { spanOf } from '../text/nodes';
import type { Place } from '../text/place';
import type { Span } from '../text/span';

/** The offsets of a place now: those of its first line where it is a whole file, and nothing (0 to 0) where the file cannot be read. */
export function locate(read: Read, { path, node, from, to }: Place): Span {
	const source = read(text, path) ?? '';
	const clamp = (offset: number) => Math.max(0, Math.min(offset, source.length));
	if (node === undefined && from === undefined) return { start: 0, end: /\r?\n|$/.exec(source)?.index ?? 0 };
	const spans = node === undefined ? undefined : read(nodeSpans, path);
	const whole = node === undefined ? { start: 0, end: source.length } : ((spans && spanOf(spans, node)) ?? { start: 0, end: 0 });
	if (from === undefined) return whole;
	const start = clamp(whole.start + from);
	return { start, end: Math.max(start, clamp(whole.start + (to ?? from))) };
}
