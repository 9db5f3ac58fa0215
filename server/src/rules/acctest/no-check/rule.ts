import { defineRule } from '../../../engine/rule';
import { checking } from '../../../facts/acctest/checkFix';
import { checksNothing, failsAfter } from '../../../facts/acctest/checks';
import { runsTestCases } from '../../../facts/acctest/running';
import { testCaseOf } from '../../../facts/acctest/testCase';
import { acctest } from '../../../facts/acctest/tests';
import type { Read } from '../../../facts/core/database';
import { placeOf } from '../../../facts/go/body';
import { exprAt } from '../../../facts/go/resolve';

export default defineRule({
	summary: 'Every acceptance test checks how the build ended',
	title: 'Acceptance test checks nothing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/acctest/pluginacc.go',
	messages: {
		missing: 'Test case has no `Check`, so the test passes even when `packer build` fails. Check the exit code of the build.',
		nothing: '`Check` never returns an error, so the test passes even when `packer build` fails. Check the exit code of the build.',
	},

	on: {
		in: 'tests',
		importing: acctest,
		expressions: {
			composite({ read, scope }, literal, x) {
				const test = testCaseOf(read, scope, x);
				if (test?.fields === undefined || test.assigned.includes('Check') || !runsTestCases(scope) || failsAfter(read, scope, literal, x)) return undefined;
				const check = test.fields.get('Check');
				if (check !== undefined && !checksNothing(read, scope, check)) return undefined;
				const at = check === undefined ? test.place : placeOf(scope, check);
				const fix = {
					title: 'Add exit code check',
					kind: 'offer' as const,
					edits: (read: Read) => checking(read, test, check === undefined ? undefined : at),
				};
				return [
					{
						at,
						message: check === undefined ? ('missing' as const) : ('nothing' as const),
						// What a function literal says is for its author to replace.
						...(test.last === undefined || (check !== undefined && exprAt(scope, check).op === 'func') ? {} : { fix }),
					},
				];
			},
		},
	},
});
