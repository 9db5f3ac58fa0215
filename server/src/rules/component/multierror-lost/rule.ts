import { defineRule } from '../../../engine/rule';
import { canBeGiven, overwrittenErrors } from '../../../facts/component/overwrittenErrors';
import { placeOf } from '../../../facts/go/body';
import { isPredeclared } from '../../../facts/go/typeOf';
import type { Local } from '../../../syntax/go/body/body';
import { insertBefore, replace } from '../../../text/edit';

export default defineRule({
	summary: 'Errors that a function collects are kept when it adds another one',
	title: 'Collected errors overwritten',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/packer/multi_error.go',
	messages: {
		lost: '`MultiErrorAppend` is not given `{name}`, so the errors that were collected in `{name}` before are lost.',
	},

	on: {
		in: 'sources',
		importing: 'github.com/hashicorp/packer-plugin-sdk/packer',
		statements: {
			assign({ read, scope, body }, statement) {
				const found = overwrittenErrors(read, scope, statement);
				if (found === undefined) return undefined;
				const all = body.statements.flatMap(other => (other.kind === 'assign' ? (overwrittenErrors(read, scope, other) ?? []) : []));
				const [first, ...others] = all.filter(({ local }) => local === found.local);
				if (first?.first !== found.first) return undefined;
				const { name } = body.locals[found.local] as Local;
				const edits = [first, ...others].map(one => {
					const place = placeOf(scope, one.first);
					return isPredeclared(read, scope, one.first, 'nil') ? replace(place, name) : insertBefore(place, `${name}, `);
				});
				return [
					{
						at: placeOf(scope, first.call),
						message: 'lost' as const,
						data: { name },
						related: others.map(({ call }) => ({ at: placeOf(scope, call), message: 'Overwrites errors, too' })),
						...(all.every(one => canBeGiven(read, scope, one)) ? { fix: { title: `Pass ${name} as first argument`, kind: 'safe' as const, edits } } : {}),
					},
				];
			},
		},
	},
});
