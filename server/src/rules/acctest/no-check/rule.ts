import { defineRule } from '../../../engine/rule';
import { checking } from '../../../facts/acctest/checkFix';
import { testCases } from '../../../facts/acctest/tests';
import type { Read } from '../../../facts/core/database';

export default defineRule({
	summary: 'Each acceptance test checks what came out',
	title: 'Acceptance test checks nothing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/acctest/pluginacc.go',
	messages: { missing: 'This test case has no `Check`, and nothing else looks at how `packer build` ended: the test passes when the build fails.' },

	*check(read) {
		for (const test of read(testCases)) {
			if (test.fields === undefined || test.fields.includes('Check')) continue;
			const fix = { title: 'Check how the build ended', kind: 'offer' as const, edits: (read: Read) => checking(read, test) };
			yield { at: test.place, message: 'missing', ...(test.last === undefined ? {} : { fix }) };
		}
	},
});
