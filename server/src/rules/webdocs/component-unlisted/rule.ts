import { defineRule } from '../../../engine/rule';
import { layout } from '../../../facts/docs/layout';
import { metadata } from '../../../facts/webdocs/metadata';
import { componentBlock } from '../../../facts/webdocs/newFiles';
import { unlisted } from '../../../facts/webdocs/unlisted';
import { insertLineAfter } from '../../../text/edit';
import { listed } from '../../../text/listed';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every documented component has a component block in metadata.hcl',
	title: 'Component missing in metadata.hcl',
	titles: { several: 'Components missing in metadata.hcl' },
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/strategies/default/load_default_directory.ts',
	threads: ['https://github.com/hetznercloud/packer-plugin-hcloud/pull/84'],
	messages: {
		one: '{Noun} `{name}` has a page, but no `component` block in `metadata.hcl`, so the portal does not publish the page.',
		several: '{count} components have pages, but no `component` block in `metadata.hcl`, so the portal does not publish the pages: {names}.',
	},

	*check(read) {
		const file = read(metadata);
		const all = read(unlisted);
		const [first] = all;
		if (file === undefined || first === undefined) return;
		const { noun } = layout[first.component.kind];
		const names = all.map(({ component }) => component.fullName);
		const blocks = all.map(({ component, slug, title }) => componentBlock(layout[component.kind].web, title, slug).replace(/^ {2}/gm, ''));
		const last = file.components.at(-1)?.whole;
		const fix =
			last && !file.oneLine
				? { fix: { title: `Add ${listed(names).replaceAll('`', '')}`, kind: 'offer' as const, edits: [insertLineAfter(last, blocks.join('\n'))] } }
				: {};
		yield {
			at: file.header,
			message: all.length === 1 ? 'one' : 'several',
			data: { Noun: `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`, name: first.component.fullName, count: String(all.length), names: listed(names) },
			related: all.flatMap(({ component, source }) => [
				{ at: component.registration.namePlace, message: `\`${component.fullName}\` is registered here` },
				{ at: at(source), message: 'Page that is not published' },
			]),
			...fix,
		};
	},
});
