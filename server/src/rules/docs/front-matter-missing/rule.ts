import { defineRule } from '../../../engine/rule';
import { text } from '../../../facts/core/files';
import { header } from '../../../facts/docs/header';
import { withHeader } from '../../../facts/docs/newHeader';
import { docsPages, docsSource } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { isTemplatePage } from '../../../facts/docs/templatePages';
import { scriptPath } from '../../../facts/webdocs/paths';
import { readScript } from '../../../generate/webdocs/script';
import { at, partOfPlace } from '../../../text/place';

export default defineRule({
	summary: 'Every documentation page begins with front matter',
	title: 'Front matter missing',
	titles: { unclosed: 'Front matter not closed' },
	severity: 'error',
	severities: { expected: 'warning' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	threads: ['https://github.com/hashicorp/packer/pull/10930', 'https://github.com/hashicorp/packer/pull/10932'],
	messages: {
		missing: 'Page has no front matter, so `compile-to-webdocs.sh` drops its first {lines} lines.',
		several: '{count} pages have no front matter, so `compile-to-webdocs.sh` drops their first lines.',
		expected: '{pages} no front matter. `compile-to-webdocs.sh` of the template expects it on every page.',
		unclosed: 'Front matter has no closing `---`, so it is published as text.',
	},

	*check(read) {
		if (read(docsSource).from !== 'docs' || !read(isPublished)) return;
		const script = read(text, scriptPath);
		if (script !== undefined && readScript(script) === undefined) return;
		const pages = read(docsPages).flatMap(page => {
			const found = page.compiled && !read(isTemplatePage, page.path) ? read(header, page.path) : undefined;
			return found === undefined ? [] : [{ page, found }];
		});
		for (const { page, found } of pages) if (found.frontMatter === 'unclosed') yield { at: partOfPlace(at(page.path), 0, 3), message: 'unclosed' };
		const lacking = pages.filter(({ found }) => found.frontMatter === 'missing' && found.dropped !== undefined);
		const [first, ...others] = lacking;
		if (first === undefined) return;
		yield {
			at: at(first.page.path),
			message: script === undefined ? 'expected' : others.length > 0 ? 'several' : 'missing',
			data: { lines: String(first.found.dropped), count: String(lacking.length), pages: others.length > 0 ? `${lacking.length} pages have` : 'Page has' },
			related: others.map(({ page }) => ({ at: at(page.path), message: 'No front matter either' })),
			fix: { title: 'Insert front matter', kind: 'safe', edits: read => lacking.flatMap(({ page }) => withHeader(read, page)) },
		};
	},
});
