import { defineRule } from '../../../engine/rule';
import { assignedFrom, keyMissingInCleanup } from '../../../facts/component/cleanupAssertions';
import { multistep } from '../../../facts/component/steps';
import { placeOf, type Scope, statementPlace } from '../../../facts/go/body';
import { print } from '../../../facts/go/print';
import type { X } from '../../../syntax/go/body/body';
import { insertAfter, insertLineAfter } from '../../../text/edit';

export default defineRule({
	summary: 'Cleanup of a step copes with values that Run has not put into the state bag',
	title: 'Cleanup panics after failure',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/multistep/multistep.go',
	threads: [
		'https://github.com/hashicorp/packer/issues/11690',
		'https://github.com/hashicorp/packer/issues/1522',
		'https://github.com/hashicorp/packer/pull/3909',
	],
	messages: {
		missing: '`Cleanup` panics if `Run` returned before it put `"{key}"` into the state bag: `{get}` is nil then.',
	},

	on: {
		in: 'sources',
		importing: multistep,
		expressions: {
			assert({ read, scope, body }, { of }, x) {
				const key = keyMissingInCleanup(read, scope, x);
				if (key === undefined) return undefined;
				return [{ at: placeOf(scope, x), message: 'missing' as const, data: { key, get: print(body, of) }, ...fixOf(scope, x) }];
			},
		},
	},
});

/** The fix that asks whether the value is there, and returns if not. */
function fixOf(scope: Scope, x: X) {
	const assigned = assignedFrom(scope.body, x);
	if (assigned === undefined || scope.body.exprs.some(expr => expr.op === 'ref' && expr.name === 'ok')) return {};
	const edits = [insertAfter(placeOf(scope, assigned.target), ', ok'), insertLineAfter(statementPlace(scope, assigned.index), 'if !ok {\n\treturn\n}')];
	return { fix: { title: 'Return if the value is missing', kind: 'offer' as const, edits } };
}
