import { defineRule } from '../../../engine/rule';
import { releasing } from '../../../facts/ci/releasing';
import { type RetiredRunner, retiredRunners } from '../../../facts/ci/runners';
import { isPlugin } from '../../../facts/plugin/plugin';
import { notifySteps } from '../../../facts/webdocs/notifySteps';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Workflows run on runners that GitHub offers',
	title: 'Removed runner',
	severity: 'error',
	severities: { job: 'warning' },
	item: 'address-feedback',
	source: 'https://github.com/actions/runner-images#available-images',
	messages: {
		release: 'GitHub has removed the runner `{label}`, so the release never starts.',
		job: 'GitHub has removed the runner `{label}`, so the job never starts.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const all = read(retiredRunners);
		const publishing = [...read(releasing).steps, ...read(notifySteps)].map(({ workflow, job }) => `${workflow.path} ${job.id}`);
		const publishes = ({ workflow, job }: RetiredRunner) => publishing.includes(`${workflow.path} ${job.id}`);
		for (const label of new Set(all.map(one => one.label.text))) {
			const found = all.filter(one => one.label.text === label);
			const first = found.find(publishes) ?? found[0];
			if (first === undefined) continue;
			const edits = found.flatMap(({ label, instead }) => (instead === undefined ? [] : [replace(label.content, instead)]));
			const instead = found.find(one => one.instead !== undefined)?.instead;
			yield {
				at: first.label.place,
				message: publishes(first) ? 'release' : 'job',
				data: { label },
				related: found.flatMap(one => (one === first ? [] : [{ at: one.label.place, message: 'The same runner' }])),
				...(instead !== undefined && edits.length === found.length ? { fix: { title: `Use ${instead}`, kind: 'offer' as const, edits } } : {}),
			};
		}
	},
});
