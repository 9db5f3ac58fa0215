import { defineRule } from '../../../engine/rule';
import { baselinePath, ownBaseline } from '../../../facts/readiness/baseline';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The baseline is one that the command line wrote',
	title: 'Invalid baseline',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: { invalid: '`.packer-readiness-baseline.json` has no effect: {problem}. Write it again with `packer-plugin-readiness baseline`.' },

	*check(read) {
		const baseline = read(ownBaseline);
		if (baseline !== undefined && 'problem' in baseline) yield { at: at(baselinePath), message: 'invalid', data: { problem: baseline.problem } };
	},
});
