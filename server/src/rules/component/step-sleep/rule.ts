import { defineRule } from '../../../engine/rule';
import { returnedOf, toSelect } from '../../../facts/component/sleepFix';
import { sleepingFunctions } from '../../../facts/component/sleeps';
import type { Read } from '../../../facts/core/database';
import { placeOf } from '../../../facts/go/body';
import { scopeAt } from '../../../facts/go/calls';

export default defineRule({
	summary: 'Components stop waiting when the build is canceled',
	title: 'Sleep that cannot be canceled',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	threads: ['https://github.com/cirruslabs/packer-plugin-tart/pull/66'],
	messages: {
		sleep: '`time.Sleep` goes on when the build is canceled. Wait for `{ctx}.Done()` and `time.After` with `select`.',
	},

	*check(read) {
		for (const sleeping of read(sleepingFunctions)) {
			const scope = scopeAt(read, sleeping);
			const [first, ...others] = sleeping.sleeps.map(x => placeOf(scope, x));
			if (first === undefined) continue;
			const returned = returnedOf(read, scope, sleeping);
			const edits = (read: Read) => toSelect(read, scope, sleeping, returned ?? '');
			yield {
				at: first,
				message: 'sleep',
				data: { ctx: sleeping.function.ctx ?? 'ctx' },
				related: others.map(at => ({ at, message: 'Sleeps, too' })),
				...(returned === undefined ? {} : { fix: { title: 'Use select', kind: 'offer' as const, edits } }),
			};
		}
	},
});
