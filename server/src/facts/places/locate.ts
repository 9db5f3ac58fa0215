import { spanOf } from '../../text/nodes';
import type { Place } from '../../text/place';
import type { Span } from '../../text/span';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { bodySpans } from '../go/body';
import { declarationSpans } from '../go/file';
import { ofBody, symbol } from '../go/symbols';
import { nodeSpans } from './nodeSpans';

/** The offsets of a place now: those of its first line where it is a whole file, and nothing (0 to 0) where the file cannot be read. */
export function locate(read: Read, place: Place): Span {
	const { path, node, from, to } = place;
	const source = read(text, path) ?? '';
	const clamp = (offset: number) => Math.max(0, Math.min(offset, source.length));
	if (node === undefined && from === undefined) return { start: 0, end: /\r?\n|$/.exec(source)?.index ?? 0 };
	const whole = node === undefined ? { start: 0, end: source.length } : (nodeSpan(read, place) ?? { start: 0, end: 0 });
	if (from === undefined) return whole;
	const start = clamp(whole.start + from);
	return { start, end: Math.max(start, clamp(whole.start + (to ?? from))) };
}

function nodeSpan(read: Read, { path, decl, node }: Place): Span | undefined {
	if (node === undefined) return undefined;
	if (!path.endsWith('.go')) {
		const spans = read(nodeSpans, path);
		return spans && spanOf(spans, node);
	}
	const of = decl === undefined ? undefined : ofBody(decl);
	const place = read(declarationSpans, symbol(path, of ?? decl ?? ''));
	const found = place && (of === undefined ? spanOf(place.spans, node) : bodySpan(read, symbol(path, of), node));
	return place && found && { start: place.start + found.start, end: place.start + found.end };
}

/** The span of an expression, or of a statement, whose nodes are below zero. */
function bodySpan(read: Read, key: string, node: number): Span | undefined {
	const spans = read(bodySpans, key);
	if (spans === undefined) return undefined;
	const [list, index] = node < 0 ? [spans.statements, -1 - node] : [spans.exprs, node];
	const [start, end] = [list[index * 2], list[index * 2 + 1]];
	return start === undefined || end === undefined ? undefined : { start, end };
}
