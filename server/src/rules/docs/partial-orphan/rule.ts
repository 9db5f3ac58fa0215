import { defineRule } from '../../../engine/rule';
import { orphans } from '../../../generate/markdown/idle';
import { remove } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every generated partial is generated from a struct that the plugin has',
	title: 'Partial without struct',
	titles: { several: 'Partials without struct' },
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/cmd/packer-sdc/internal/struct-markdown',
	messages: {
		included: '`{path}` is no longer generated, but `{page}` includes what it said of `{struct}`.',
		unused: '`{path}` is no longer generated from a struct, and no page includes it. Delete it.',
		several: '{count} partials are no longer generated from a struct, and no page includes them. Delete them.',
	},

	*check(read) {
		const all = read(orphans);
		for (const { path, struct, includedBy } of all) {
			const [page, ...others] = includedBy;
			const related = [page, ...others].flatMap(by => (by === undefined ? [] : [{ at: at(by), message: 'Included here' }]));
			if (page !== undefined) yield { at: at(path), message: 'included', data: { path, struct, page }, related };
		}
		const idle = all.filter(({ includedBy }) => includedBy.length === 0);
		const [first, ...others] = idle;
		if (first === undefined) return;
		yield {
			at: at(first.path),
			message: others.length > 0 ? 'several' : 'unused',
			data: { path: first.path, count: String(idle.length) },
			related: others.map(({ path }) => ({ at: at(path), message: 'Not generated either' })),
			fix: {
				title: others.length > 0 ? `Delete ${idle.length} partials` : `Delete ${first.path}`,
				kind: 'offer',
				edits: idle.map(({ path }) => remove(path)),
			},
		};
	},
});
