import { defineRule } from '../../../engine/rule';
import { collectorOf, isNeverRead, lastReturn } from '../../../facts/component/collectedErrors';
import type { Read } from '../../../facts/core/database';
import { placeOf, type Scope, statementPlace } from '../../../facts/go/body';
import { print } from '../../../facts/go/print';
import type { Local, X } from '../../../syntax/go/body/body';
import { insertLineBefore } from '../../../text/edit';

export default defineRule({
	summary: 'Errors that a function collects are returned',
	title: 'Collected errors dropped',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/packer/multi_error.go',
	messages: { dropped: 'Errors are collected in `{name}` and never returned, so the function reports no error. Return `{name}`.' },

	on: {
		in: 'sources',
		importing: 'github.com/hashicorp/packer-plugin-sdk/packer',
		expressions: {
			call({ read, scope, body }, _, x) {
				const local = collectorOf(read, scope, x);
				if (local === undefined || body.calls.find(call => collectorOf(read, scope, call) === local) !== x || !isNeverRead(read, scope, local))
					return undefined;
				const { name, at, block } = body.locals[local] as Local;
				return [{ at: placeOf(scope, at), message: 'dropped' as const, data: { name }, ...(block === 0 ? fixOf(read, scope, name) : {}) }];
			},
		},
	},
});

/** The fix that returns the errors above the `return` without one. */
function fixOf(read: Read, scope: Scope, name: string) {
	const last = lastReturn(read, scope);
	if (last === undefined) return {};
	const values = [...last.values.map((value: X) => print(scope.body, value)), name].join(', ');
	const lines = [`if ${name} != nil && len(${name}.Errors) > 0 {`, `\treturn ${values}`, '}'];
	return { fix: { title: `Return ${name}`, kind: 'safe' as const, edits: lines.map(line => insertLineBefore(statementPlace(scope, last.index), line)) } };
}
