import { defineRule } from '../../../engine/rule';
import { isInDirectory } from '../../../facts/core/paths';
import { docsPages, docsReadme } from '../../../facts/docs/pages';
import { guidance, todos } from '../../../facts/docs/placeholders';
import { isPublished } from '../../../facts/docs/published';
import { isTemplatePage } from '../../../facts/docs/templatePages';
import { isScaffolding } from '../../../facts/plugin/scaffolding';
import { webDocs } from '../../../facts/webdocs/paths';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The documentation is finished: no page says what is still to be written',
	title: 'Page not finished',
	titles: { guidance: 'Guidance of the template' },
	severity: 'warning',
	severities: { guidance: 'info' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/tree/main/docs',
	messages: {
		todo: '`{said}` is published as it is written. Write what belongs there.',
		guidance: 'Comment is the guidance of the template for authors: `{said}`. Remove it.',
	},

	*check(read) {
		if (!read(isPublished) || read(isScaffolding)) return;
		const readme = read(docsReadme);
		const all = [...(readme === undefined ? [] : [readme]), ...read(docsPages).map(({ path }) => path)].filter(path => !read(isTemplatePage, path));
		const paths = all.filter(path => !all.includes('docs/README.md') || !isInDirectory(path, webDocs));
		for (const path of paths) {
			const [first, ...others] = read(todos, path);
			if (first === undefined) continue;
			const related = others.map(({ said, place }) => ({ at: place, message: `\`${shortened(said)}\`` }));
			yield { at: first.place, message: 'todo', data: { said: shortened(first.said) }, related };
		}
		const comments = paths.flatMap(path => read(guidance, path));
		const [first, ...others] = comments;
		if (first === undefined) return;
		yield {
			at: first.place,
			message: 'guidance',
			data: { said: shortened(first.said) },
			related: others.map(({ said, place }) => ({ at: place, message: `\`${shortened(said)}\`` })),
			fix: {
				title: others.length > 0 ? `Remove ${comments.length} comments` : 'Remove comment',
				kind: 'safe',
				edits: comments.map(({ lines }) => replace(lines, '')),
			},
		};
	},
});

const shortened = (said: string): string => (said.length > 60 ? `${said.slice(0, 59)}…` : said).replaceAll('`', "'");
