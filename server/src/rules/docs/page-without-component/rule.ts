import { defineRule } from '../../../engine/rule';
import { layout } from '../../../facts/docs/layout';
import { isPublished } from '../../../facts/docs/published';
import { strangers } from '../../../facts/docs/strangers';
import { isPlugin } from '../../../facts/plugin/plugin';
import { registrations } from '../../../facts/plugin/registrations';
import { isScaffolding } from '../../../facts/plugin/scaffolding';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every documentation page is about a component of the plugin',
	title: 'Page without component',
	titles: { several: 'Pages without component' },
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/.github/ISSUE_TEMPLATE/plugin_integration.md',
	messages: {
		one: '`{path}` documents {noun} `{slug}`, which the plugin does not register. Delete the page, or register the component.',
		several: '{count} pages document components that the plugin does not register, `{path}` first. Delete the pages, or register the components.',
	},

	*check(read) {
		if (!read(isPlugin) || !read(isPublished) || read(isScaffolding) || read(registrations).length === 0) return;
		const pages = read(strangers);
		const [first, ...others] = pages;
		if (first === undefined) return;
		yield {
			at: at(first.path),
			message: others.length > 0 ? 'several' : 'one',
			data: { path: first.path, noun: layout[first.kind].noun, slug: first.slug, count: String(pages.length) },
			related: others.map(({ path, kind, slug }) => ({ at: at(path), message: `\`${slug}\` is not a registered ${layout[kind].noun}` })),
		};
	},
});
