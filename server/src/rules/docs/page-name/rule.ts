import { defineRule } from '../../../engine/rule';
import { oddPages } from '../../../generate/webdocs/oddPages';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'No page of a component has index.mdx in its name',
	title: 'Page skipped by name',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	messages: {
		index: '`{path}` is not published: `compile-to-webdocs.sh` skips names with `index.mdx` in them. Rename the page.',
	},

	*check(read) {
		for (const path of read(oddPages).skipped) yield { at: at(path), message: 'index', data: { path: short(path) } };
	},
});

const short = (path: string): string => (path.length > 50 ? `…${path.slice(-49)}` : path);
