import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { kindOfType, layout } from '../facts/docs/layout';
import { isPublished } from '../facts/docs/published';
import { type Metadata, metadata } from '../facts/webdocs/metadata';
import { webPagePath } from '../facts/webdocs/paths';
import { webPageStaleness } from '../generate/stale/documents';
import { expectedText } from '../generate/staleness';
import { webPages } from '../generate/webdocs/pages';
import { withNewlines } from '../generate/webdocs/segments';
import { readmePath } from './verdict';

/** A page of the integration: what is committed, and what `make generate` would write. */
export interface Page {
	/** `readme`, or `type/slug` of a component. */
	readonly key: string;
	readonly title: string;
	/** The heading of its kind of component. */
	readonly group: string;
	readonly path: string;
	/** The page of the documentation that it is compiled from. */
	readonly source?: string;
	readonly committed?: string;
	/** Undefined where that is not known; `unknown` says why. */
	readonly generated?: string;
	readonly unknown?: string;
}

/** The pages that the portal shows, in the order of its tabs; none where the documentation is elsewhere. */
export function pagesOf(read: Read): readonly Page[] {
	const said = read(metadata);
	if (said === undefined || !read(isPublished)) return [];
	const readme = readmePath(said);
	const first = readme === undefined ? [] : [{ key: 'readme', title: 'README', group: '', path: readme }];
	return [...first, ...components(said)].map(page => ({ ...page, ...textsOf(read, page.path) }));
}

function components({ components }: Metadata) {
	const seen = new Set<string>();
	const order = Object.values(layout).map(({ web }) => web);
	return components
		.flatMap(({ type, slug, name }) => {
			const key = `${type?.value}/${slug?.value}`;
			if (type === undefined || slug === undefined || seen.has(key)) return [];
			seen.add(key);
			const kind = kindOfType(type.value);
			const group = kind === undefined ? type.value : layout[kind].group;
			return [{ key, title: name?.value || slug.value, group, path: webPagePath(type.value, slug.value), rank: order.indexOf(type.value) }];
		})
		.sort((a, b) => (a.rank < 0 ? order.length : a.rank) - (b.rank < 0 ? order.length : b.rank))
		.map(({ rank: _, ...page }) => page);
}

function textsOf(read: Read, path: string): Pick<Page, 'source' | 'committed' | 'generated' | 'unknown'> {
	const there = read(text, path);
	const committed = there === undefined ? {} : { committed: withNewlines(there) };
	const { pages, unknown } = read(webPages);
	const source = pages.find(page => page.path === path)?.source;
	if (source === undefined) return { ...committed, unknown: unknown[0]?.reason ?? 'nothing in the documentation is compiled to it' };
	const { files, unknown: why } = read(webPageStaleness, `${path}\0${source}`);
	const [file] = files;
	if (file === undefined) return { ...committed, source, unknown: why[0]?.reason ?? 'that is not known' };
	const made = file.state === 'same' && there !== undefined ? { text: withNewlines(there) } : expectedText(read, file);
	if ('text' in made) return { ...committed, source, generated: made.text };
	return { ...committed, source, unknown: `it includes \`${made.missing.partial}\` of the SDK, which is not in the module cache` };
}
