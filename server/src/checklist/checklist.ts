import type { Report, Reported } from '../engine/report';
import type { Read } from '../facts/database';
import { repository } from '../facts/inputs';
import type { ChecklistItem, ItemState, Recorded, Tick } from './item';
import { type ItemPlan, partOf, plan } from './titles';

interface Standing {
	readonly state: ItemState;
	readonly reason: string;
}

/** The program's checklist as it stands for a plugin: what the rules say, and what a person recorded. */
export function checklist(read: Read, report: Report, recorded: Recorded): ChecklistItem[] {
	const commit = read(repository).commit;
	return plan.map(item => {
		const findings = findingsOf(report, item);
		const { findings: _, ...fixed } = item;
		return { ...fixed, ...standing(item, findings, report, recorded, commit), findings: findings.length };
	});
}

/** The findings that count and keep an item open; advice does not. */
function findingsOf(report: Report, { id, findings }: ItemPlan): Reported[] {
	if (!findings) return [];
	return report.findings.filter(f => f.suppressed === undefined && (f.item === id || partOf(f.rule) === id));
}

function standing(item: ItemPlan, findings: readonly Reported[], report: Report, recorded: Recorded, commit: string | undefined): Standing {
	const tick = recorded.ticks[item.id];
	if (tick?.state === 'notNeeded') return { state: 'notNeeded', reason: 'Marked as not needed.' };
	if (item.id === 'demo-or-logs') return logs(recorded, commit);
	if (!item.findings) return ticked(item, tick, recorded, report, commit);
	const open = findings.filter(f => f.severity !== 'info');
	if (open.length > 0) return { state: tick?.state === 'done' ? 'attention' : 'open', reason: counted(open) };
	const blind = report.failures.length + report.unreadable.length;
	if (blind > 0) return { state: 'unknown', reason: `${blind === 1 ? 'One thing' : `${blind} things`} could not be looked at, so this cannot be told.` };
	if (item.id === 'address-feedback') return feedback(recorded);
	if (item.manual)
		return tick
			? { state: 'done', reason: `Done on ${day(tick.at)}.` }
			: { state: 'open', reason: 'Nothing is missing in the repository; tick it when there is a plan.' };
	return { state: 'done', reason: 'No rule finds anything to mend.' };
}

function ticked(item: ItemPlan, tick: Tick | undefined, recorded: Recorded, report: Report, commit: string | undefined): Standing {
	if (tick === undefined)
		return {
			state: 'open',
			reason:
				item.id === 'provide-credentials'
					? 'Out of band, never in the repository or in a draft. Tick it when done.'
					: 'Only a person can tell. Tick it when done.',
		};
	if (item.id === 'request-review' && report.findings.some(f => f.severity === 'error' && f.suppressed === undefined))
		return { state: 'attention', reason: `Sent on ${day(tick.at)}; the plugin has errors now that a reviewer will meet.` };
	const since =
		tick.commit !== undefined && commit !== undefined && tick.commit !== commit && recorded.rounds.length === 0 && item.id === 'request-review'
			? ' The plugin has new commits since.'
			: '';
	return { state: 'done', reason: `Done on ${day(tick.at)}.${since}` };
}

function logs({ run, ticks }: Recorded, commit: string | undefined): Standing {
	if (run === undefined)
		return ticks['demo-or-logs']
			? { state: 'done', reason: `Done on ${day(ticks['demo-or-logs'].at)}.` }
			: { state: 'open', reason: 'No log of an acceptance test run has been kept yet.' };
	const when = `The acceptance tests ${run.passed ? 'passed' : 'failed'} on ${day(run.at)}${run.summary === undefined ? '' : ` (${run.summary})`}`;
	if (!run.passed) return { state: 'open', reason: `${when}.` };
	if (commit === undefined || run.commit === undefined) return { state: 'unknown', reason: `${when}, but it is not known of which commit.` };
	if (run.commit !== commit) return { state: 'attention', reason: `${when}, of another commit than the one checked out.` };
	if (run.dirty !== false) return { state: 'attention', reason: `${when}, of a work tree with changes that are in no commit.` };
	return { state: 'done', reason: `${when}, and the log is kept.` };
}

function feedback({ rounds }: Recorded): Standing {
	const open = rounds.flatMap(round => round.points).filter(point => !point.done).length;
	if (rounds.length === 0) return { state: 'open', reason: 'No round of review has been recorded yet.' };
	if (open > 0) return { state: 'open', reason: `${open} ${open === 1 ? 'point' : 'points'} of the review ${open === 1 ? 'is' : 'are'} open.` };
	return { state: 'done', reason: 'All recorded points of the review are settled.' };
}

function counted(findings: readonly Reported[]): string {
	const errors = findings.filter(f => f.severity === 'error').length;
	const warnings = findings.length - errors;
	const part = (count: number, word: string) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]);
	return `${[...part(errors, 'error'), ...part(warnings, 'warning')].join(' and ')} to mend.`;
}

const day = (time: string) => time.slice(0, 10);
