import { defineRule } from '../../../engine/rule';
import { componentExits } from '../../../facts/component/exits';
import { placeOf } from '../../../facts/go/body';

export default defineRule({
	summary: 'Components return errors instead of ending the process',
	title: 'Component ends the process',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	messages: {
		exit: '`{call}` ends the process of the plugin at once, so deferred calls such as the cleanup of steps do not run. Return an error.',
	},

	*check(read) {
		for (const call of read(componentExits)) yield { at: placeOf(call, call.fn), message: 'exit', data: { call: call.name } };
	},
});
