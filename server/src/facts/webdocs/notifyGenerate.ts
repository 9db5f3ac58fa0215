import type { Edit } from '../../text/edit';
import type { Place } from '../../text/place';
import { isCompiling } from '../ci/generating';
import { stepBefore } from '../ci/newStep';
import { runs } from '../ci/running';
import { placeInScript } from '../ci/scriptPlace';
import { commandsOf } from '../ci/shell';
import { setting } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { type NotifyStep, notifySteps, runsNotifyAction } from './notifySteps';

/** A command that compiles the documentation in a job that notifies the portal, where no later step looks at what it changed. */
export interface UncheckedGeneration {
	readonly place: Place;
	readonly command: string;
	readonly edits?: readonly Edit[];
}

/** The jobs that compile the documentation before they notify the portal, and neither commit what changed nor stop for it. */
export const uncheckedGenerations: Fact<readonly UncheckedGeneration[]> = read => read(notifySteps).flatMap(one => inJob(read, one) ?? []);

function inJob(read: Read, { workflow, job, step }: NotifyStep): UncheckedGeneration | undefined {
	const before = job.steps.slice(0, job.steps.indexOf(step));
	for (const [i, { run, workingDirectory }] of before.entries()) {
		const command = run && commandsOf(run.text).find(one => runs(read, run.text.slice(one.start, one.end)).commands.some(isCompiling));
		if (!run || !command || workingDirectory !== undefined) continue;
		const after = [run.text.slice(command.start), ...before.slice(i + 1).map(later => later.run?.text ?? '')];
		// A script, a target (that of the command itself) or an action may look at the files, too.
		const looks = after.some(text => /\bgit\b/.test(text) || runs(read, text).commands.some(({ words }) => words[0] === 'git'));
		const acts = before.slice(i + 1).some(({ uses }) => uses !== undefined && /commit|pull-request|diff|clean|dirty|changed|verify|^\.\//.test(uses.text));
		if (looks || acts || !runs(read, run.text).complete) return undefined;
		const next = job.steps[i + 1];
		const untracked = before.slice(0, i).some(other => setting(other.with, 'path') !== undefined || runsNotifyAction(other));
		const lines = [
			'- name: Check that the generated documentation is committed',
			`  run: ${untracked ? 'git diff --exit-code' : 'test -z "$(git status --porcelain)"'}`,
		];
		const edit = next && stepBefore(read, workflow.path, next, lines);
		const said = command.words.join(' ');
		const place = placeInScript(read, run.text, run.content, run.place, command.start, command.end);
		return { place, command: said.length > 40 ? (command.words[0] ?? said) : said, ...(edit ? { edits: [edit] } : {}) };
	}
	return undefined;
}
