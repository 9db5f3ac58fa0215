import { defineRule } from '../../../engine/rule';
import { mdxOn } from '../../../facts/docs/mdx';
import { docsPages, docsReadme } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';

export default defineRule({
	summary: 'Documentation pages are written in Markdown, without components of MDX',
	title: 'Component of MDX',
	titles: { several: 'Components of MDX' },
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	messages: {
		one: '`{said}` is MDX, but the page is published as Markdown, which does not have it.',
		several: '`{said}` and {more} on the page are MDX, but it is published as Markdown, which does not have them.',
	},

	*check(read) {
		if (!read(isPublished)) return;
		const readme = read(docsReadme);
		for (const path of [...(readme === undefined ? [] : [readme]), ...read(docsPages).flatMap(({ path, compiled }) => (compiled ? [path] : []))]) {
			const [first, ...others] = read(mdxOn, path);
			if (first === undefined) continue;
			yield {
				at: first.place,
				message: others.length > 0 ? 'several' : 'one',
				data: { said: shortened(first.said), more: others.length === 1 ? 'another' : `${others.length} more` },
				related: others.map(({ said, place }) => ({ at: place, message: `\`${shortened(said)}\`` })),
			};
		}
	},
});

const shortened = (said: string): string => (said.length > 50 ? `${said.slice(0, 49)}…` : said).replaceAll('`', "'").replace(/\s+/g, ' ');
