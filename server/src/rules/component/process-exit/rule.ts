import { defineRule } from '../../../engine/rule';
import { isComponentCode, standardFunction } from '../../../facts/component/ends';
import { placeOf } from '../../../facts/go/body';
import { print } from '../../../facts/go/print';

export default defineRule({
	summary: 'Components return errors instead of ending the process',
	title: 'Component ends the process',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	messages: {
		exit: '`{call}` ends the process of the plugin at once, so deferred calls such as the cleanup of steps do not run. Return an error.',
	},

	on: {
		in: 'sources',
		expressions: {
			call({ read, scope, body }, { fn }) {
				const name = standardFunction(read, scope, fn);
				if (name === undefined || !/^(?:os\.Exit|log\.Fatal(?:f|ln)?)$/.test(name) || !isComponentCode(read, scope)) return undefined;
				return [{ at: placeOf(scope, fn), message: 'exit' as const, data: { call: print(body, fn) } }];
			},
		},
	},
});
