import { isOpen, type Report, type Reported } from '../engine/report';
import type { Read } from '../facts/core/database';
import { blindness } from './blindness';
import { type Evidence, evidence } from './evidence';
import type { ChecklistItem, ItemState, Recorded, Tick } from './item';
import { registrationProblems } from './registration';
import { released } from './released';
import { type ItemPlan, partOf, plan } from './titles';
import { counted, countedSeverities, dateOf } from './words';

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
	/** Errors and warnings that are listed under it. */
	readonly open: readonly Reported[];
	/** Why its state is unknown, where something could not be read. */
	readonly blind: string | undefined;
	/** Whether the plugin has an error anywhere. */
	readonly errors: boolean;
	readonly released: ReturnType<typeof released>;
	/** The current commit, where git tells. */
	readonly commit: string | undefined;
	/** What speaks against registering the documentation, each a sentence. */
	readonly unregistrable: () => readonly string[];
}

/** The program's checklist as it stands for a plugin: what the rules say, and what a person recorded. */
export function checklist(read: Read, report: Report, recorded: Recorded): ChecklistItem[] {
	const run = evidence(read, recorded.run);
	const errors = report.findings.some(f => f.severity === 'error' && isOpen(f));
	return plan.map(item => {
		const { judged, ...fixed } = item;
		const findings = report.findings.filter(f => isOpen(f) && (f.item === item.id || partOf(f.rule) === item.id));
		const open = findings.filter(f => f.severity !== 'info');
		const blind = judged ? blindness(read, report, item.id) : undefined;
		const known: Known = {
			tick: recorded.ticks[item.id],
			recorded,
			run,
			open,
			blind,
			errors,
			released: released(read),
			commit: run.commit,
			unregistrable: () => registrationProblems(read),
		};
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
			? { state: 'attention', reason: `Was done; ${countedSeverities(open)} since then.` }
			: { state: 'open', reason: `${countedSeverities(open)}.` };
	}
	if (blind !== undefined) return { state: 'unknown', reason: blind };
	const own = special[item.id];
	return own ? own(known) : ticked(done, 'Check the box when done.');
}

/** Items of which more is known than whether the box is checked. */
const special: Partial<Readonly<Record<ItemPlan['id'], (known: Known) => Standing>>> = {
	'develop-and-test': ({ run }) =>
		run.state === 'none'
			? { state: 'unknown', reason: 'No findings. No run of the acceptance tests is recorded.' }
			: { state: run.state, reason: run.state === 'done' ? `No findings. ${run.reason}` : run.reason },
	'request-review': ({ tick, errors, commit, recorded }) => {
		if (tick?.state !== 'done') return ticked(undefined, 'Draft and send the email, then check the box.');
		if (errors) return { state: 'attention', reason: `Sent on ${dateOf(tick.at)}, but the plugin has errors.` };
		const newer = recorded.rounds.length === 0 && tick.commit !== undefined && commit !== undefined && tick.commit !== commit;
		return { state: 'done', reason: `Sent on ${dateOf(tick.at)}${newer ? '; the plugin has changed since then' : ''}.` };
	},
	'address-feedback': ({ recorded: { rounds } }) => {
		const open = rounds.flatMap(round => round.points).filter(point => !point.done).length;
		if (rounds.length === 0) return { state: 'open', reason: 'No review feedback is recorded.' };
		if (open > 0) return { state: 'open', reason: `${counted(open, 'review point')} open.` };
		return { state: 'done', reason: 'No findings. All recorded review points are settled.' };
	},
	'provide-credentials': ({ tick }) => ticked(tick, 'Never put them in the repository or a draft. Check the box when done.'),
	'demo-or-logs': ({ tick, run }) => {
		if (tick?.state === 'done') return { state: 'done', reason: `Done on ${dateOf(tick.at)}.` };
		if (run.state === 'none') return { state: 'open', reason: 'No log of the acceptance tests is kept.' };
		return { state: run.state, reason: run.reason };
	},
	'plugin-release': known => known.released,
	'docs-registration': ({ unregistrable }) => {
		const [first, ...others] = unregistrable();
		if (first === undefined) return { state: 'done', reason: 'Nothing speaks against the boxes of the integration request.' };
		return { state: 'open', reason: others.length === 0 ? first : `${first.slice(0, -1)}, and ${counted(others.length, 'more obstacle')}.` };
	},
	'integration-request': ({ tick }) => ticked(tick, 'Draft and file the request, then check the box.'),
	'support-plan': ({ tick }) => ticked(tick, 'No findings. Check the box when there is a plan.'),
};

const ticked = (tick: Tick | undefined, otherwise: string): Standing =>
	tick?.state === 'done' ? { state: 'done', reason: `Done on ${dateOf(tick.at)}.` } : { state: 'open', reason: otherwise };

const settled = ({ rounds }: Recorded) => rounds.length > 0 && rounds.every(round => round.points.every(point => point.done));
