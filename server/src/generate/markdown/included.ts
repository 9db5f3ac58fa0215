import type { Fact } from '../../facts/core/database';
import { filesUnder, text } from '../../facts/core/files';
import { docsSource, markdown } from '../../facts/docs/pages';

const include = /@include '([^']+)'/g;

/** The partials that pages of the documentation include, or other partials, as the pages name them. */
const includes: Fact<readonly string[]> = read => {
	const source = read(docsSource);
	if (source.from !== 'docs') return [];
	const pages = [source.dir, 'docs-partials'].flatMap(dir => read(filesUnder, dir)).filter(path => markdown.test(path));
	return [...new Set(pages.flatMap(path => [...(read(text, path) ?? '').matchAll(include)].map(([, name]) => name as string)))].sort();
};

/** Whether a page of the documentation includes a partial of `docs-partials`, by its path. */
export const isIncluded: Fact<boolean, string> = (read, path) =>
	read(includes).includes(path.slice(path.lastIndexOf('docs-partials/') + 'docs-partials/'.length));
