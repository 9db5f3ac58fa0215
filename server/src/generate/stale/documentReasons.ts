import type { Read } from '../../facts/core/database';
import { at, type Place } from '../../text/place';
import { placeOf } from '../go/origin';
import { expectedPartials } from '../markdown/partials';
import { mismatch, type Segment, withNewlines } from '../webdocs/segments';
import type { Generated } from './generated';
import type { Reason } from './reason';

/** In what a partial that is missing or stale differs from what it should be: which attributes, and from where on. */
export function partialReasons(read: Read, { path, source, segments, actual }: Generated): readonly Reason[] {
	const partial = read(expectedPartials, source)?.partials.find(made => made.path === path);
	if (!partial) return [];
	if (actual === undefined) return [{ kind: 'text', place: placeOf(read, partial.struct) }];
	const changed = partial.items.filter(item => !withNewlines(actual).includes(`\n${item.text}\n`));
	return [
		...changed.map(({ origin, text }): Reason => ({ kind: 'item', fields: [/`([^`]*)`/.exec(text)?.[1] ?? ''], place: placeOf(read, origin) })),
		{ kind: 'text', place: firstChange(path, actual, segments) },
	];
}

/** In what a published page that is missing or stale differs from what it should be: from where on. */
export function webPageReasons({ path, source, segments, actual }: Generated): readonly Reason[] {
	if (actual === undefined) return [{ kind: 'text', place: at(source) }];
	return [{ kind: 'text', place: firstChange(path, actual, segments) }];
}

/** The line of a file on which it first differs from what it should be. */
function firstChange(path: string, actual: string, segments: readonly Segment[]): Place {
	const lines = withNewlines(actual);
	const { offset } = mismatch(lines, segments) ?? { offset: 0 };
	if (lines !== actual) return { path };
	const from = actual.lastIndexOf('\n', Math.min(offset, actual.length) - 1) + 1;
	const end = actual.indexOf('\n', from);
	return { path, from, to: Math.max(from, end === -1 ? actual.length : end) };
}
