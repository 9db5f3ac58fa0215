import { defineRule } from '../../../engine/rule';
import { causeOfHalt, isHidden } from '../../../facts/component/haltCause';
import { haltWithoutError } from '../../../facts/component/halts';
import { multistep, type StepMethod } from '../../../facts/component/steps';
import { unnoticedHalts } from '../../../facts/component/unnoticedHalts';
import type { Read } from '../../../facts/core/database';
import { dirname } from '../../../facts/core/paths';
import { type Scope, statementPlace } from '../../../facts/go/body';
import { statementBefore } from '../../../facts/go/inserting';
import { named } from '../../../facts/go/symbols';
import type { B, X } from '../../../syntax/go/body/body';
import type { Place } from '../../../text/place';

export default defineRule({
	summary: 'A step that halts puts its error into the state bag',
	title: 'Step halts without error',
	severity: 'warning',
	severities: { unnoticed: 'error' },
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	threads: ['https://github.com/hashicorp/packer/pull/4770', 'https://github.com/hashicorp/packer/pull/8110'],
	messages: {
		silent: 'Step halts without `{state}.Put("error", …)`, so the component that runs it cannot return the cause.',
		unnoticed: 'Step halts without `{state}.Put("error", …)`, and `{run}` then returns no error, so the build counts as successful.',
	},

	on: {
		in: 'sources',
		importing: multistep,
		statements: {
			return({ read, scope }, { values, block }, index) {
				const step = haltWithoutError(read, scope, values, block);
				if (step === undefined) return undefined;
				const run = read(unnoticedHalts)[named(dirname(scope.path), step.type)];
				const at = statementPlace(scope, index);
				const message = run === undefined ? ('silent' as const) : ('unnoticed' as const);
				return [{ at, message, data: { state: step.state ?? 'state', run: run ?? '' }, ...fixOf(read, scope, step, block, values[0] as X, at) }];
			},
		},
	},
});

/** The fix that puts the error above the `return`; none where it is not known which error that is. */
function fixOf(read: Read, scope: Scope, { state }: StepMethod, block: B, x: X, at: Place) {
	const cause = state === undefined || isHidden(scope.body, state, block, x) ? undefined : causeOfHalt(read, scope, block, x);
	if (cause === undefined) return {};
	const edits = (read: Read) => statementBefore(read, at, `${state}.Put("error", ${cause.name})`);
	return { fix: { title: `Add ${cause.name} to the state bag`, kind: cause.isError ? ('safe' as const) : ('offer' as const), edits } };
}
