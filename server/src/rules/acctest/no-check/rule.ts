import { defineRule } from '../../../engine/rule';
import { checking } from '../../../facts/acctest/checkFix';
import { acctest, testCaseOf } from '../../../facts/acctest/tests';
import type { Read } from '../../../facts/core/database';

export default defineRule({
	summary: 'Each acceptance test checks what came out',
	title: 'Acceptance test checks nothing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/acctest/pluginacc.go',
	messages: { missing: 'This test case has no `Check`, and nothing else looks at how `packer build` ended: the test passes when the build fails.' },

	on: {
		in: 'tests',
		importing: acctest,
		expressions: {
			composite({ read, scope }, _, x) {
				const test = testCaseOf(read, scope, x);
				if (test?.fields === undefined || test.fields.includes('Check')) return undefined;
				const fix = { title: 'Check how the build ended', kind: 'offer' as const, edits: (read: Read) => checking(read, test) };
				return [{ at: test.place, message: 'missing', ...(test.last === undefined ? {} : { fix }) }];
			},
		},
	},
});
