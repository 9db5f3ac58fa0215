import { defineRule } from '../../../engine/rule';
import { methodsOfKinds } from '../../../facts/component/preparing';
import { uncheckedOptions } from '../../../facts/component/requiredOptions';

export default defineRule({
	summary: 'Required options are checked before the build runs',
	title: 'Required option not checked',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	threads: ['https://github.com/wata727/packer-plugin-amazon-ami-management/pull/22'],
	messages: {
		unchecked: '`{name}` is required, but `{prepares}` does not look at it, so `packer validate` accepts templates without it.',
	},

	*check(read) {
		for (const [first, ...others] of read(uncheckedOptions)) {
			if (first === undefined) continue;
			const related = others.map(({ attribute: { place, name } }) => ({ at: place, message: `\`${name}\` is not checked either` }));
			const data = { name: first.attribute.name, prepares: methodsOfKinds[first.kind].prepares };
			yield { at: first.attribute.place, message: 'unchecked', data, related };
		}
	},
});
