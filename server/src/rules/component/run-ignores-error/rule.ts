import { defineRule } from '../../../engine/rule';
import { afterRun, stateOfRun, zerosOf } from '../../../facts/component/runners';
import { placeOf, statementPlace } from '../../../facts/go/body';
import { print } from '../../../facts/go/print';
import type { Local } from '../../../syntax/go/body/body';
import { insertLineAfter } from '../../../text/edit';

export default defineRule({
	summary: 'A component fails when one of its steps has failed',
	title: 'Failed steps ignored',
	severity: 'error',
	severities: { lost: 'warning' },
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	messages: {
		ignored: 'Error that a step left in `{state}` is not read after `{run}`, which goes on as if all steps had succeeded.',
		lost: 'Error that a step left in `{state}` is not read after `{run}`, so the component does not return it.',
	},

	on: {
		in: 'sources',
		importing: 'github.com/hashicorp/packer-plugin-sdk/multistep',
		statements: {
			expression({ read, scope, body }, { of }, index) {
				const state = stateOfRun(read, scope, of);
				const after = state === undefined ? 'heeds' : afterRun(scope, state, of);
				if (state === undefined || after === 'heeds') return undefined;
				const { name } = body.locals[state] as Local;
				const zeros = zerosOf(read, scope);
				const lines = [`if err, ok := ${name}.GetOk("error"); ok {`, `\treturn ${zeros}err.(error)`, '}'];
				const edits = [insertLineAfter(statementPlace(scope, index), lines.join('\n'))];
				return [
					{
						at: placeOf(scope, of),
						message: after === 'looks' ? ('lost' as const) : ('ignored' as const),
						data: { state: name, run: print(body, of) },
						...(zeros === undefined ? {} : { fix: { title: 'Return error of steps', kind: 'safe' as const, edits } }),
					},
				];
			},
		},
	},
});
