import { defineRule } from '../../../engine/rule';
import { header } from '../../../facts/docs/header';
import { withHeader } from '../../../facts/docs/newHeader';
import { docsPages, docsSource } from '../../../facts/docs/pages';
import { at, partOfPlace } from '../../../text/place';

export default defineRule({
	summary: 'Every documentation page begins with front matter',
	title: 'Front matter missing',
	titles: { unclosed: 'Front matter not closed' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	messages: {
		missing: 'This page has no front matter: compile-to-webdocs.sh takes its first three lines for that and the title, and they are not published.',
		unclosed: 'No second `---` closes this front matter: compile-to-webdocs.sh drops only its first lines, and the rest is published as text.',
	},

	*check(read) {
		if (read(docsSource).from !== 'docs') return;
		for (const page of read(docsPages)) {
			const found = page.compiled ? read(header, page.path) : undefined;
			if (found === undefined || found.frontMatter === 'there') continue;
			if (found.frontMatter === 'unclosed') yield { at: partOfPlace(at(page.path), 0, 3), message: 'unclosed' };
			else yield { at: at(page.path), message: 'missing', fix: { title: 'Insert front matter', kind: 'safe', edits: read => withHeader(read, page) } };
		}
	},
});
