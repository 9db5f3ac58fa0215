import { defineRule } from '../../../engine/rule';
import { idleSuppressions } from '../../../facts/readiness/idleSuppressions';
import { nearest } from '../../../facts/readiness/nearest';
import { ruleIds } from '../../../facts/readiness/ruleIds';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Each suppression names a rule and says why',
	title: 'Suppression reason missing',
	titles: { rule: 'Suppression names no rule', known: 'Suppression of unknown rule' },
	severity: 'warning',
	inBroken: true,
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: {
		rule: 'Suppression names no rule, so it has no effect. Write `packer-readiness:ignore area/defect -- reason`.',
		known: 'Rule `{rule}` does not exist, so this suppression has no effect.{hint}',
		reason: 'Suppression of `{rule}` gives no reason, so it has no effect. Write `packer-readiness:ignore {rule} -- reason`.',
	},

	*check(read) {
		for (const { path, start, end, ruleStart, rule, lacks } of read(idleSuppressions)) {
			const meant = lacks === 'known' ? nearest(rule, ruleIds) : undefined;
			const edit = meant === undefined ? undefined : replace({ path, from: ruleStart, to: ruleStart + rule.length }, meant);
			yield {
				at: { path, from: start, to: end },
				message: lacks,
				data: { rule, hint: meant === undefined ? '' : ` Did you mean \`${meant}\`?` },
				...(edit ? { fix: { title: `Change to ${meant}`, kind: 'offer', edits: [edit] } } : {}),
			};
		}
	},
});
