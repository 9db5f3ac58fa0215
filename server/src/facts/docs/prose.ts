import { foreign } from '../acctest/templates';
import type { Fact } from '../core/database';
import { filesUnder, isLinked } from '../core/files';
import { webDocs } from '../webdocs/paths';
import { docsSource, markdown } from './pages';
import { isTemplatePage } from './templatePages';

/**
 * The Markdown pages of the repository that somebody writes: READMEs, the documentation, pages beside code and examples. Left out are what is generated
 * of other pages or of Go comments, what others wrote, changelogs, and pages that are still the template's.
 */
export const writtenPages: Fact<readonly string[]> = read => {
	const source = read(docsSource);
	const isCopy = (path: string) =>
		source.from === 'docs' &&
		((path.startsWith(`${webDocs}/`) && !path.startsWith(`${source.dir}/`)) ||
			(source.dir !== 'docs' && path.startsWith('docs/') && path !== 'docs/README.md'));
	return read(filesUnder, '').filter(
		path => markdown.test(path) && !unwritten.test(path) && !isCopy(path) && !isForeign(path) && !isLinked(read, path) && !read(isTemplatePage, path),
	);
};

const isForeign = (path: string) => foreign.test(path) && !/^(?:docs|\.docs|\.web-docs)\//.test(path);

/** What is generated, or tells of the past. */
const unwritten = /(?:^|\/)docs-partials\/|(?:^|\/)(?:changelog|changes|history|upgrading|migration)[^/]*$/i;
