import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { text } from '../../../facts/core/files';
import { componentPage, pagePath, readmePage } from '../../../facts/docs/newPages';
import { docsPlace, pluginPlace } from '../../../facts/docs/owner';
import { docsPages, docsReadme, docsSource } from '../../../facts/docs/pages';
import { components } from '../../../facts/plugin/components';
import { isPlugin } from '../../../facts/plugin/plugin';
import { create, remove } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The documentation of the components is written as .mdx pages below docs/',
	title: 'Documentation missing',
	titles: { markdown: 'Page is not published', 'by-hand': 'Documentation written in .web-docs' },
	severity: 'error',
	severities: { 'by-hand': 'info' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: {
		missing: 'No page below docs/ documents a component: the plugin is listed as an integration only when each of its components has one.',
		markdown: 'This page ends in .md, and only .mdx pages are published: `make generate` passes over it.',
		'by-hand':
			'The documentation is written in .web-docs by hand. As .mdx pages below docs/ it could include what packer-sdc makes of the comments in the code.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const { from } = read(docsSource);
		if (from === 'web-docs') yield { at: docsPlace(read), message: 'by-hand' };
		if (from === 'nowhere')
			yield { at: pluginPlace(read), message: 'missing', fix: { title: 'Create docs/ with a page for each component', kind: 'offer', edits: skeleton } };
		const pages = read(docsPages);
		if (from !== 'docs' || pages.some(page => page.compiled)) return;
		for (const { path } of pages) {
			const edits = (read: Read) => [create(`${path}x`, read(text, path) ?? ''), remove(path)];
			yield { at: at(path), message: 'markdown', fix: { title: `Rename it to ${path}x`, kind: 'offer', edits } };
		}
	},
});

const skeleton = (read: Read) => [
	...(read(docsReadme) === undefined ? [create('docs/README.md', readmePage(read))] : []),
	...read(components).map(component => create(pagePath(read, component), componentPage(read, component))),
];
