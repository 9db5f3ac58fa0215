import { defineRule } from '../../../engine/rule';
import { droppedErrors } from '../../../facts/component/droppedErrors';
import { placeOf } from '../../../facts/go/body';
import { scopeAt } from '../../../facts/go/calls';
import { print } from '../../../facts/go/print';

export default defineRule({
	summary: 'Errors of functions that then return nil are checked',
	title: 'Error dropped before use',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/pull/4770',
	threads: ['https://github.com/hashicorp/packer/pull/8110'],
	messages: {
		dropped: '`{name}` returns nil with an error, which `_` drops, so `{local}` is nil in `{use}` when it fails. Check the error.',
	},

	*check(read) {
		for (const [first, ...others] of read(droppedErrors)) {
			if (first === undefined) continue;
			const use = print(scopeAt(read, first).body, first.use);
			const data = { name: first.name, use, local: use.slice(0, use.lastIndexOf('.')) };
			const related = others.map(one => ({ at: placeOf(one, one.blank), message: `Drops the error of \`${one.name}\`, too` }));
			yield { at: placeOf(first, first.blank), message: 'dropped', data, related };
		}
	},
});
