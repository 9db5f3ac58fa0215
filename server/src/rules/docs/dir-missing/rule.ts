import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { exists, text } from '../../../facts/core/files';
import { documentation, pageOf } from '../../../facts/docs/matching';
import { componentPage, movedPage, pagePath, readmePage } from '../../../facts/docs/newPages';
import { docsPlace, pluginPlace } from '../../../facts/docs/owner';
import { docsPages, docsReadme, docsSource, markdown, type Page } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { components } from '../../../facts/plugin/components';
import { isPlugin } from '../../../facts/plugin/plugin';
import { scriptPath } from '../../../facts/webdocs/paths';
import { readScript } from '../../../generate/webdocs/script';
import { create, type Edit, remove } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The documentation of the components is written as .mdx pages in docs/',
	title: 'Documentation missing',
	titles: { markdown: 'Page is not published', several: 'Pages are not published', 'by-hand': 'Documentation written in .web-docs' },
	severity: 'error',
	severities: { 'by-hand': 'info' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	threads: ['https://github.com/hashicorp/packer/pull/11771'],
	messages: {
		missing: 'No page in `docs/` documents a component. The integration request requires one for each component.',
		markdown: '`compile-to-webdocs.sh` publishes `.mdx` pages only. Rename this page to `{to}`.',
		several: '{count} pages do not end in `.mdx`, and `compile-to-webdocs.sh` publishes no others. Rename them.',
		'by-hand': 'The pages in `.web-docs` are written by hand. As `.mdx` pages in `docs/`, they could include what `packer-sdc` generates from code.',
	},

	*check(read) {
		if (!read(isPlugin) || !read(isPublished)) return;
		const { from } = read(docsSource);
		if (from === 'web-docs') yield { at: docsPlace(read), message: 'by-hand' };
		if (from === 'nowhere') {
			const related = misplaced(read).map(({ path }) => ({ at: at(path), message: 'Not published from here' }));
			yield { at: pluginPlace(read), message: 'missing', related, fix: { title: 'Create documentation pages', kind: 'offer', edits: skeleton } };
		}
		const pages = from === 'docs' ? uncompiled(read) : [];
		const [first, ...others] = pages;
		if (first === undefined) return;
		yield {
			at: at(first.path),
			message: others.length > 0 ? 'several' : 'markdown',
			data: { to: compiledName(first), count: String(pages.length) },
			related: others.map(({ path }) => ({ at: at(path), message: 'Not published either' })),
			fix: {
				title: others.length > 0 ? `Rename ${pages.length} pages` : `Rename to ${compiledName(first)}`,
				kind: 'offer',
				edits: read => pages.flatMap(page => renamed(read, page)),
			},
		};
	},
});

/** The pages that would be published if they had another extension: all where no other is, else those that document a component. */
function uncompiled(read: Read): readonly Page[] {
	const script = read(text, scriptPath);
	if (script !== undefined && readScript(script) === undefined) return [];
	const pages = read(docsPages);
	const free = pages.filter(page => !page.compiled && !read(exists, compiledName(page)));
	if (!pages.some(page => page.compiled)) return free;
	const documented = new Set(read(components).map(component => pageOf(read, component)?.path));
	return free.filter(({ path }) => documented.has(path));
}

const compiledName = ({ path }: Page): string => path.replace(markdown, '.mdx');

const renamed = (read: Read, page: Page): Edit[] => [create(compiledName(page), read(text, page.path) ?? ''), remove(page.path)];

/** The READMEs beside the code that document components. */
const misplaced = (read: Read) =>
	read(documentation).flatMap(({ component, documented }) => (documented.by === 'elsewhere' ? [{ component, path: documented.path }] : []));

const skeleton = (read: Read): Edit[] => [
	...(read(docsReadme) === undefined ? [create('docs/README.md', readmePage(read))] : []),
	...read(components).flatMap(component => {
		const path = pagePath(read, component);
		const from = misplaced(read).find(one => one.component.fullName === component.fullName && one.component.kind === component.kind)?.path;
		return from === undefined ? [create(path, componentPage(read, component))] : [create(path, movedPage(read, component, from)), remove(from)];
	}),
];
