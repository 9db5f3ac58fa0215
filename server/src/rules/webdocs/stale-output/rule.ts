import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { text } from '../../../facts/core/files';
import { webReadmes } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { isTemplatePage } from '../../../facts/docs/templatePages';
import { metadata } from '../../../facts/webdocs/metadata';
import { unlisted } from '../../../facts/webdocs/unlisted';
import { isListed } from '../../../facts/webdocs/unpublished';
import { webPages } from '../../../generate/webdocs/pages';
import { remove } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every component page in .web-docs is compiled from a page of the documentation',
	title: 'Stale page in .web-docs',
	titles: { template: 'Template pages in .web-docs' },
	severity: 'info',
	severities: { template: 'warning' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	messages: {
		stale: 'No page in `{dir}` compiles to this page, and `metadata.hcl` does not list it. Delete it if it is not needed.',
		copy: 'Page is a copy of `{other}`, and `metadata.hcl` does not list it.',
		template: '{count} in `.web-docs` from the template, which `metadata.hcl` does not list.',
	},

	*check(read) {
		const { pages, unknown } = read(webPages);
		const components = pages.filter(({ path }) => path.includes('/components/'));
		if (unknown.length > 0 || components.length === 0 || read(metadata) === undefined || !read(isPublished)) return;
		const made = new Set(pages.map(({ path }) => path));
		const added = new Set(read(unlisted).map(({ path }) => path)); // webdocs/component-unlisted adds these
		const stale = read(webReadmes).filter(({ path, type, slug }) => !made.has(path) && !added.has(path) && !isListed(read, type, slug));
		const template = stale.filter(({ path }) => read(isTemplatePage, path));
		const [first, ...others] = template;
		if (first !== undefined)
			yield {
				at: at(first.path),
				message: 'template',
				data: { count: template.length === 1 ? 'Page is' : `${template.length} pages are` },
				related: others.map(({ path }) => ({ at: at(path), message: 'From the template' })),
				fix: {
					title: template.length === 1 ? `Delete ${first.path}` : `Delete ${template.length} pages`,
					kind: 'offer',
					edits: template.map(({ path }) => remove(path)),
				},
			};
		const dir = `${components[0]?.source.split('/').slice(0, -2).join('/')}/`;
		for (const { path } of stale.filter(page => !template.includes(page))) {
			const other = components.find(({ path: other }) => isSameText(read, path, other))?.path;
			if (other === undefined) yield { at: at(path), message: 'stale', data: { dir } };
			else yield { at: at(path), message: 'copy', data: { other }, fix: { title: `Delete ${path}`, kind: 'offer', edits: [remove(path)] } };
		}
	},
});

const isSameText = (read: Read, a: string, b: string): boolean => (read(text, a) ?? '').trim() === read(text, b)?.trim();
