import { defineRule } from '../../../engine/rule';
import { unregistered } from '../../../facts/webdocs/unlisted';
import { removeLines } from '../../../text/edit';
import { listed } from '../../../text/listed';

export default defineRule({
	summary: 'The components in metadata.hcl are registered',
	title: 'Published component not registered',
	titles: { several: 'Published components not registered' },
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hetznercloud/packer-plugin-hcloud/pull/84',
	messages: {
		one: 'Component `{slug}` is published as a {type}, but the plugin does not register it. Remove the block, or register the component.',
		several: '{count} components are published, but the plugin does not register them: {slugs}. Remove the blocks, or register the components.',
	},

	*check(read) {
		const all = read(unregistered);
		const [first, ...others] = all;
		if (first === undefined) return;
		const slugs = all.map(({ slug }) => slug?.value ?? '');
		yield {
			at: first.header,
			message: others.length === 0 ? 'one' : 'several',
			data: { type: first.type?.value ?? '', slug: slugs[0] ?? '', count: String(all.length), slugs: listed(slugs) },
			related: others.map(({ header }) => ({ at: header, message: 'Not registered' })),
			...(all.every(({ oneLine }) => !oneLine) && {
				fix: {
					title: others.length === 0 ? `Remove ${slugs[0]}` : `Remove ${all.length} components`,
					kind: 'offer' as const,
					edits: all.map(({ whole }) => removeLines(whole)),
				},
			}),
		};
	},
});
