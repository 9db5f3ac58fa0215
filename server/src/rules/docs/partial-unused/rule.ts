import { defineRule } from '../../../engine/rule';
import { isPublished } from '../../../facts/docs/published';
import { unused } from '../../../generate/markdown/idle';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Pages include the partials that are generated from configuration structs',
	title: 'Generated partial unused',
	titles: { several: 'Generated partials unused' },
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-lxd/pull/13',
	threads: ['https://github.com/vmware/packer-plugin-vsphere/pull/387'],
	messages: {
		one: '`{path}` is generated from code, but no page includes it.',
		several: '{count} partials are generated from code, but no page includes them: `{path}` and others.',
	},

	*check(read) {
		const paths = read(isPublished) ? read(unused) : [];
		const [first, ...others] = paths;
		if (first === undefined) return;
		const related = others.map(path => ({ at: at(path), message: 'Not included either' }));
		yield { at: at(first), message: others.length > 0 ? 'several' : 'one', data: { path: first, count: String(paths.length) }, related };
	},
});
