import type { Fact } from '../../facts/core/database';
import { isDirectory, text } from '../../facts/core/files';
import { isGitIgnored } from '../../facts/generated/ignored';
import { webDocs } from '../../facts/webdocs/paths';
import { expectedPartials } from '../markdown/partials';
import { expectedWebPage, webPages } from '../webdocs/pages';
import { mismatch, textOf, withNewlines } from '../webdocs/segments';
import { type Generated, nothing, type Staleness } from './generated';

/** How the partials made of a Go file stand; those of a plugin that keeps no docs-partials are `missing`. */
export const partialStaleness: Fact<Staleness, string> = (read, source) => {
	const made = read(expectedPartials, source);
	if (!made) return nothing;
	const files = made.partials.map((partial): Generated => {
		const actual = read(text, partial.path);
		const state = actual === undefined ? 'missing' : withNewlines(actual) === withNewlines(partial.text) ? 'same' : 'stale';
		const ignored = state !== 'same' && read(isGitIgnored, partial.path);
		return { path: partial.path, kind: 'partial', state, ignored, source, expected: partial.text, segments: [partial.text], actual };
	});
	const { unknown, conditional } = made;
	const needed = conditional ? files.filter(({ state }) => state !== 'missing') : files; // nothing generates them on other platforms
	return { ...nothing, files: needed, unknown: unknown ? [{ path: source, kind: 'partial', refused: false, reason: unknown.message }] : [] };
};

/** How one published page stands, by `path\0source` as in `webPages`. */
export const webPageStaleness: Fact<Staleness, string> = (read, key) => {
	const [path, source] = key.split('\0', 2) as [string, string];
	const page = read(expectedWebPage, key);
	if ('reason' in page)
		return { ...nothing, unknown: [{ path, kind: 'webdocs', refused: /^(?:an @include|partial )/.test(page.reason), reason: page.reason }] };
	const actual = read(text, path);
	const segments = page.segments;
	const state = actual === undefined ? 'missing' : mismatch(withNewlines(actual), segments) ? 'stale' : 'same';
	const ignored = state !== 'same' && read(isGitIgnored, path);
	return { ...nothing, files: [{ path, kind: 'webdocs', state, ignored, source, expected: textOf(segments), segments, actual }] };
};

/** How all published pages stand. */
export const webdocsStaleness: Fact<Staleness> = read => {
	const { pages, unknown } = read(webPages);
	const each = read(isDirectory, webDocs) ? pages.map(({ path, source }) => read(webPageStaleness, `${path}\0${source}`)) : [];
	return {
		...nothing,
		files: each.flatMap(one => one.files),
		unknown: [...each.flatMap(one => one.unknown), ...unknown.map(one => ({ ...one, kind: 'webdocs' as const, refused: false }))],
	};
};
