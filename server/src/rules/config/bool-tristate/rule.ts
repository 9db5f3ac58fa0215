import { defineRule } from '../../../engine/rule';
import { alwaysTrue } from '../../../facts/config/alwaysTrue';
import { placeOf } from '../../../facts/go/body';
import { scopeAt } from '../../../facts/go/calls';

export default defineRule({
	summary: 'Templates can turn off boolean options that are on by default',
	title: 'Option that is always on',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/pull/7822',
	messages: {
		always: '`{field}` is set to true whenever it is false, so templates cannot turn `{attribute}` off. Use `config.Trilean`.',
	},

	*check(read) {
		for (const found of read(alwaysTrue)) {
			const { field, attribute } = found;
			yield { at: placeOf(scopeAt(read, found), found.x), message: 'always', data: { field, attribute } };
		}
	},
});
