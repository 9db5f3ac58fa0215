import { defineRule } from '../../../engine/rule';
import { webReadmes } from '../../../facts/docs/pages';
import { webPages } from '../../../generate/webdocs/pages';
import { remove } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every component page in .web-docs is made of a page in the documentation',
	title: 'Stale published page',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	messages: { stale: 'No page in {source} compiles to this one: compile-to-webdocs.sh never deletes, so that a page once renamed or removed stays behind.' },

	*check(read) {
		const { pages, unknown } = read(webPages);
		const components = pages.filter(({ path }) => path.includes('/components/'));
		if (unknown.length > 0 || components.length === 0) return;
		const made = new Set(pages.map(({ path }) => path));
		const source = components[0]?.source.split('/').slice(0, -2).join('/') ?? '';
		for (const { path } of read(webReadmes)) {
			if (!made.has(path))
				yield { at: at(path), message: 'stale', data: { source: `${source}/` }, fix: { title: `Delete ${path}`, kind: 'offer', edits: [remove(path)] } };
		}
	},
});
