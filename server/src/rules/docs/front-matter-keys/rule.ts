import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { frontMatter } from '../../../facts/docs/frontMatter';
import { layout } from '../../../facts/docs/layout';
import { descriptionOf, titleOfPage } from '../../../facts/docs/newHeader';
import { docsPages, docsSource, type Page } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { isTemplatePage } from '../../../facts/docs/templatePages';
import { type Edit, replace } from '../../../text/edit';
import { listed } from '../../../text/listed';
import { at, partOfPlace } from '../../../text/place';

const needed = ['description', 'page_title'] as const;

export default defineRule({
	summary: 'Front matter has a description and a title',
	title: 'Front matter incomplete',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/tree/main/docs',
	threads: ['https://github.com/hashicorp/packer/pull/10930', 'https://github.com/hashicorp/packer/pull/10932'],
	messages: {
		one: 'Front matter lacks {keys}. Add what is missing.',
		several: 'Front matter of {count} pages lacks {keys}. Add what is missing.',
	},

	*check(read) {
		if (read(docsSource).from !== 'docs' || !read(isPublished)) return;
		const lacking = read(docsPages).flatMap(page => {
			const keys = page.compiled && !read(isTemplatePage, page.path) ? read(frontMatter, page.path)?.keys : undefined;
			const missing = keys === undefined ? [] : needed.filter(key => !keys.includes(key));
			return missing.length === 0 ? [] : [{ page, missing }];
		});
		const [first, ...others] = lacking;
		if (first === undefined) return;
		const keys = needed.filter(key => lacking.some(({ missing }) => missing.includes(key)));
		yield {
			at: partOfPlace(at(first.page.path), 0, 3),
			message: others.length > 0 ? 'several' : 'one',
			data: { keys: listed(keys), count: String(lacking.length) },
			related: others.map(({ page, missing }) => ({ at: partOfPlace(at(page.path), 0, 3), message: `Lacks ${listed(missing)}` })),
			fix: { title: `Add ${keys.join(' and ')}`, kind: 'safe', edits: read => lacking.flatMap(({ page, missing }) => added(read, page, missing)) },
		};
	},
});

/** The lines of front matter that a page lacks, below those that it has. */
function added(read: Read, page: Page, missing: readonly string[]): Edit[] {
	const end = read(frontMatter, page.path)?.end;
	if (end === undefined) return [];
	const lines: Readonly<Record<string, string>> = {
		description: `description: >\n  ${descriptionOf(read, page)}\n`,
		page_title: `page_title: ${titleOfPage(read, page)} - ${layout[page.kind].group}\n`,
	};
	return [replace(partOfPlace(at(page.path), end, end), missing.map(key => lines[key] ?? '').join(''))];
}
