import { defineRule } from '../../../engine/rule';
import { idleSuppressions } from '../../../facts/readiness/ignores';

export default defineRule({
	summary: 'Each suppression names a rule and says why',
	title: 'Suppression reason missing',
	titles: { rule: 'Suppression names no rule', known: 'Suppression of unknown rule' },
	severity: 'warning',
	inBroken: true,
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: {
		rule: 'This names no rule, so it suppresses nothing: write `packer-readiness:ignore area/defect -- reason`.',
		known: 'There is no rule `{rule}`, so this suppresses nothing.',
		reason: 'Without a reason this suppresses nothing: write `packer-readiness:ignore {rule} -- reason`.',
	},

	*check(read) {
		for (const { path, start, end, rule, lacks } of read(idleSuppressions)) yield { at: { path, from: start, to: end }, message: lacks, data: { rule } };
	},
});
