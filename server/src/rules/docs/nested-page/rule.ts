import { defineRule } from '../../../engine/rule';
import { oddPages } from '../../../generate/webdocs/oddPages';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every page is compiled to a file of its own',
	title: 'Pages overwrite each other',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	threads: ['https://github.com/hashicorp/packer/pull/12131'],
	messages: { collision: '`{path}` and {others} are compiled to `{output}`, and only one is published. Move pages out of the folder.' },

	*check(read) {
		for (const { output, pages } of read(oddPages).collisions) {
			const [first, ...others] = pages.toSorted((a, b) => b.split('/').length - a.split('/').length);
			if (first === undefined) continue;
			const components = output.slice(output.indexOf('/components/') + 1);
			const data = { path: short(first), others: others.length === 1 ? 'another page' : `${others.length} more pages`, output: short(components) };
			yield {
				at: at(first),
				message: 'collision',
				data,
				related: others.map(path => ({ at: at(path), message: `Compiled to \`${short(components)}\`, too` })),
			};
		}
	},
});

const short = (path: string): string => (path.length > 40 ? `…${path.slice(-39)}` : path);
