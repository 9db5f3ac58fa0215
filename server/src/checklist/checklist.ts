import type { Report, Reported } from '../engine/report';
import type { Read } from '../facts/core/database';
import { blindness } from './blindness';
import { type Evidence, evidence } from './evidence';
import type { ChecklistItem, ItemState, Recorded, Tick } from './item';
import { released } from './released';
import { type ItemPlan, partOf, plan } from './titles';
import { countedSeverities, dateOf } from './words';

/** How an item stands, and why, in one sentence. */
interface Standing {
	readonly state: ItemState;
	readonly reason: string;
}

/** What an item is judged by. */
interface Known {
	readonly tick: Tick | undefined;
	readonly recorded: Recorded;
	readonly run: Evidence;
	/** Errors and warnings that stand under it. */
	readonly open: readonly Reported[];
	/** Why nothing can be said of it, where something could not be looked at. */
	readonly blind: string | undefined;
	/** Whether the plugin has an error anywhere. */
	readonly errors: boolean;
	readonly released: ReturnType<typeof released>;
	/** What the commit is, where git says. */
	readonly commit: string | undefined;
}

/** The program's checklist as it stands for a plugin: what the rules say, and what a person recorded. */
export function checklist(read: Read, report: Report, recorded: Recorded): ChecklistItem[] {
	const run = evidence(read, recorded.run);
	const errors = report.findings.some(f => f.severity === 'error' && f.suppressed === undefined);
	return plan.map(item => {
		const { judged, ...fixed } = item;
		const findings = report.findings.filter(f => f.suppressed === undefined && (f.item === item.id || partOf(f.rule) === item.id));
		const open = findings.filter(f => f.severity !== 'info');
		const blind = judged ? blindness(read, report, item.id) : undefined;
		const known: Known = { tick: recorded.ticks[item.id], recorded, run, open, blind, errors, released: released(read), commit: run.commit };
		return { ...fixed, ...standing(item, known), findings: findings.length };
	});
}

function standing(item: ItemPlan, known: Known): Standing {
	const { tick, open, blind } = known;
	if (tick?.state === 'notNeeded' && item.optional) return { state: 'notNeeded', reason: 'Marked as not needed.' };
	const done = tick?.state === 'done' ? tick : undefined;
	if (open.length > 0) {
		const wasDone = done !== undefined || (item.id === 'address-feedback' && settled(known.recorded));
		return wasDone
			? { state: 'attention', reason: `It was done, and there is something again: ${countedSeverities(open)} to mend.` }
			: { state: 'open', reason: `${countedSeverities(open)} to mend.` };
	}
	if (blind !== undefined) return { state: 'unknown', reason: blind };
	const own = special[item.id];
	return own ? own(known) : ticked(done, 'Only a person can tell; tick it when done.');
}

/** Items of which more is known than a tick. */
const special: Partial<Readonly<Record<ItemPlan['id'], (known: Known) => Standing>>> = {
	'develop-and-test': ({ run }) =>
		run.state === 'none'
			? { state: 'unknown', reason: 'No rule finds anything to mend; whether the acceptance tests pass is not known, as no run of them is recorded.' }
			: { state: run.state, reason: run.state === 'done' ? `No rule finds anything to mend; t${run.reason.slice(1)}` : run.reason },
	'request-review': ({ tick, errors, commit, recorded }) => {
		if (tick?.state !== 'done') return ticked(undefined, 'Draft it, send it, and then tick it.');
		if (errors) return { state: 'attention', reason: `Sent on ${dateOf(tick.at)}; the plugin has errors now that a reviewer will meet.` };
		const newer = recorded.rounds.length === 0 && tick.commit !== undefined && commit !== undefined && tick.commit !== commit;
		return { state: 'done', reason: `Sent on ${dateOf(tick.at)}${newer ? '; the plugin has other commits since' : ''}.` };
	},
	'address-feedback': ({ recorded: { rounds } }) => {
		const open = rounds.flatMap(round => round.points).filter(point => !point.done).length;
		if (rounds.length === 0) return { state: 'open', reason: 'No round of review has been recorded yet.' };
		if (open > 0) return { state: 'open', reason: open === 1 ? 'One point of the review is open.' : `${open} points of the review are open.` };
		return { state: 'done', reason: 'All recorded points of the review are settled, and no rule finds anything to mend.' };
	},
	'provide-credentials': ({ tick }) => ticked(tick, 'Out of band, never in the repository or in a draft; tick it when done.'),
	'demo-or-logs': ({ tick, run }) => {
		if (tick?.state === 'done') return { state: 'done', reason: `Done on ${dateOf(tick.at)}.` };
		if (run.state === 'none') return { state: 'open', reason: 'No log of a run of the acceptance tests has been kept yet.' };
		return { state: run.state, reason: run.reason };
	},
	'plugin-release': known => known.released,
	'docs-registration': () => ({ state: 'done', reason: 'No rule finds anything to mend.' }),
	'support-plan': ({ tick }) => ticked(tick, 'Nothing is missing in the repository; tick it when there is a plan.'),
};

const ticked = (tick: Tick | undefined, otherwise: string): Standing =>
	tick?.state === 'done' ? { state: 'done', reason: `Done on ${dateOf(tick.at)}.` } : { state: 'open', reason: otherwise };

const settled = ({ rounds }: Recorded) => rounds.length > 0 && rounds.every(round => round.points.every(point => point.done));
