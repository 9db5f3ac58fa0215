import { defineRule } from '../../../engine/rule';
import { functionAt } from '../../../facts/acctest/checkFunction';
import { endingCalls, isReturnable, returning } from '../../../facts/acctest/endings';
import { isOnlyCleanup } from '../../../facts/acctest/teardown';
import { testCaseOf } from '../../../facts/acctest/testCase';
import { acctest } from '../../../facts/acctest/tests';
import type { Read } from '../../../facts/core/database';

export default defineRule({
	summary: 'A check of an acceptance test returns its errors',
	title: 'Check ends test early',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/acctest/pluginacc.go',
	messages: {
		ends: '`{name}` in `Check` ends the test before its `Teardown` runs. Return an error.',
		called: '`{name}` in a function that `Check` calls ends the test before its `Teardown` runs. Return an error.',
	},

	on: {
		in: 'tests',
		importing: acctest,
		expressions: {
			composite({ read, scope }, _, x) {
				const test = testCaseOf(read, scope, x);
				const [check, teardown] = [test?.fields?.get('Check'), test?.fields?.get('Teardown')];
				const fn = check === undefined || teardown === undefined ? undefined : functionAt(read, scope, check);
				if (fn?.literal === undefined || teardown === undefined) return undefined;
				const all = endingCalls(read, fn);
				const [first, ...others] = all;
				if (first === undefined || !isOnlyCleanup(read, scope, teardown, fn)) return undefined;
				const fixable = all.every(call => isReturnable(scope, call));
				const fix = { title: 'Return errors', kind: 'safe' as const, edits: (read: Read) => returning(read, scope, all) };
				return [
					{
						at: first.place,
						message: first.own === undefined ? ('called' as const) : ('ends' as const),
						data: { name: first.name },
						related: others.map(({ place, name }) => ({ at: place, message: `\`${name}\` ends the test, too` })),
						...(fixable ? { fix } : {}),
					},
				];
			},
		},
	},
});
