import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { strangers } from '../../../generate/webdocs/strangers';

export default defineRule({
	summary: 'Pages document the options that their components have',
	title: 'Documented option does not exist',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-lxd/pull/13',
	threads: ['https://github.com/hashicorp/packer/pull/9626'],
	messages: { unknown: '`{name}` is not an option of `{type}`, so Packer rejects a template that sets it.' },

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { component, name, place } of read(strangers)) yield { at: place, message: 'unknown', data: { name, type: component.fullName } };
	},
});
