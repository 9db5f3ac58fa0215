import type { Fact } from '../../facts/database';
import { isDirectory, text } from '../../facts/files';
import { isGitIgnored } from '../../facts/generated/ignored';
import { at, type Place } from '../../text/place';
import { expectedPartials } from '../markdown/partials';
import { expectedWebPage, webPages } from '../webdocs/pages';
import { mismatch, type Segment, textOf, withNewlines } from '../webdocs/segments';
import type { Generated, Reason, Staleness } from './generated';

/** How the partials made of a Go file stand; those of a plugin that keeps no docs-partials are `missing`. */
export const partialStaleness: Fact<Staleness, string> = (read, source) => {
	const made = read(expectedPartials, source);
	if (!made) return { files: [], unknown: [] };
	const files = made.partials.map((partial): Generated => {
		const actual = read(text, partial.path);
		const state = actual === undefined ? 'missing' : withNewlines(actual) === partial.text ? 'same' : 'stale';
		const changed = state === 'stale' ? partial.items.filter(item => !withNewlines(actual ?? '').includes(`\n${item.text}\n`)) : [];
		const reasons: Reason[] = changed.map(({ place, text }) => ({
			kind: 'item',
			fields: [/`([^`]*)`/.exec(text)?.[1] ?? ''],
			place,
			message: `${partial.path} says something else of it`,
		}));
		if (state !== 'same')
			reasons.push({
				kind: 'text',
				place: state === 'missing' ? partial.struct : firstChange(partial.path, actual ?? '', [partial.text]),
				message: state === 'missing' ? `${partial.path} is not there` : `${partial.path} is not what is generated`,
			});
		return {
			path: partial.path,
			kind: 'partial',
			state,
			ignored: read(isGitIgnored, partial.path),
			source,
			expected: partial.text,
			segments: [partial.text],
			actual,
			reasons,
		};
	});
	const { unknown } = made;
	return {
		files,
		unknown: unknown ? [{ path: source, kind: 'partial', refused: false, reason: unknown.message, ...(unknown.place ? { place: unknown.place } : {}) }] : [],
	};
};

/** How one published page stands, by `path\0source` as in `webPages`. */
export const webPageStaleness: Fact<Staleness, string> = (read, key) => {
	const [path, source] = key.split('\0', 2) as [string, string];
	const page = read(expectedWebPage, key);
	if ('reason' in page)
		return {
			files: [],
			unknown: [{ path, kind: 'webdocs', refused: /^(?:an @include|there is no partial)/.test(page.reason), reason: page.reason, place: at(source) }],
		};
	const actual = read(text, path);
	const segments = page.segments;
	const differs = actual === undefined ? undefined : mismatch(withNewlines(actual), segments);
	const state = actual === undefined ? 'missing' : differs ? 'stale' : 'same';
	const reasons: Reason[] =
		state === 'same'
			? []
			: [{ kind: 'text', place: actual === undefined ? at(source) : firstChange(path, actual, segments), message: because(path, segments, differs?.segment) }];
	return {
		files: [{ path, kind: 'webdocs', state, ignored: read(isGitIgnored, path), source, expected: textOf(segments), segments, actual, reasons }],
		unknown: [],
	};
};

/** How all published pages stand. */
export const webdocsStaleness: Fact<Staleness> = read => {
	const { pages, unknown } = read(webPages);
	const each = read(isDirectory, '.web-docs') ? pages.map(({ path, source }) => read(webPageStaleness, `${path}\0${source}`)) : [];
	return {
		files: each.flatMap(one => one.files),
		unknown: [...each.flatMap(one => one.unknown), ...unknown.map(one => ({ ...one, kind: 'webdocs' as const, refused: false }))],
	};
};

function because(path: string, segments: readonly Segment[], index: number | undefined): string {
	const segment = index === undefined ? undefined : segments[index];
	return segment === undefined || typeof segment === 'string'
		? `${path} is not what the documentation renders to`
		: `${path} does not hold ${segment.partial} as the SDK has it`;
}

/** The line of a file on which it first departs from what it is to be. */
function firstChange(path: string, actual: string, segments: readonly Segment[]): Place {
	const lines = withNewlines(actual);
	const { offset } = mismatch(lines, segments) ?? { offset: 0 };
	if (lines !== actual) return { path };
	const from = actual.lastIndexOf('\n', Math.min(offset, actual.length) - 1) + 1;
	const end = actual.indexOf('\n', from);
	return { path, from, to: Math.max(from, end === -1 ? actual.length : end) };
}
