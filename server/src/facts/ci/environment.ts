import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import type { Release } from './releasing';
import { commandsOf } from './shell';
import { type Job, type Setting, type Step, setting, type Text, type Workflow } from './workflows';
import { type Known, setBy, writtenBy } from './written';

export type { Known } from './written';

/** The API version that `describe` reports: the one that Packer supports (SDK plugin/set.go, Packer packer/plugin-getter/plugins.go). */
export const apiVersion = 'x5.0';

/** The text that a variable has, as far as it is known. */
export const textOfKnown = (known: Known): string | null | undefined =>
	known.kind === 'text' ? known.text : known.kind === 'described' ? apiVersion : known.kind === 'unset' ? null : known.kind === 'empty' ? '' : undefined;

const unknown: Known = { kind: 'unknown' };

/** What a variable of the environment is when a release runs GoReleaser. */
export function variableOf(read: Read, { workflow, job, step, action }: Release, name: string): Known {
	const own = setting(step.env, name);
	if (own) return settingValue(read, workflow, job, step, own);
	if (!action && !isPlain(step, name)) return unknown;
	const written = fromEarlierSteps(read, job, step, name);
	if (written) return written;
	const above = setting(job.env, name) ?? setting(workflow.env, name);
	return above ? settingValue(read, workflow, job, step, above) : { kind: 'unset' };
}

/** Whether a script runs GoReleaser itself, and sets no variables in ways that we cannot follow. */
function isPlain({ run }: Step, name: string): boolean {
	if (run === undefined || run.text.includes(name)) return false;
	const words = commandsOf(run.text).map(({ words }) => words[0] ?? '');
	return words.some(word => /(?:^|\/)goreleaser$/.test(word)) && !words.some(word => /^(?:source|\.|eval|set|read|declare|typeset|export)$/.test(word));
}

/** What the steps before this one set a variable to. */
function fromEarlierSteps(read: Read, job: Job, step: Step, name: string): Known | undefined {
	let found: Known | undefined;
	for (const earlier of job.steps.slice(0, job.steps.indexOf(step))) {
		const set = setBy(read, earlier, name);
		// What is known to be written holds over what an action or program may have set before.
		if (set !== undefined && (set.kind !== 'unknown' || earlier.run !== undefined)) found = set;
		else found ??= set;
	}
	return found;
}

function settingValue(read: Read, workflow: Workflow, job: Job, step: Step, value: Setting | Text): Known {
	const whole = /^\s*\$\{\{\s*([\s\S]*?)\s*\}\}\s*$/.exec(value.text)?.[1];
	if (whole !== undefined && !whole.includes('${{')) return ofExpression(read, workflow, job, step, whole, value.place);
	if (!value.text.includes('${{')) return { kind: 'text', text: value.text.trim(), place: value.place };
	let text = '';
	let done = 0;
	for (const match of value.text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)) {
		const part = textOfKnown(ofExpression(read, workflow, job, step, match[1] as string, value.place));
		if (typeof part !== 'string') return unknown;
		text += value.text.slice(done, match.index) + part;
		done = match.index + match[0].length;
	}
	return { kind: 'text', text: text + value.text.slice(done), place: value.place };
}

function ofExpression(read: Read, workflow: Workflow, job: Job, step: Step, expression: string, place: Place, depth = 0): Known {
	if (depth > 4) return unknown;
	const literal = /^'([^']*)'$/.exec(expression)?.[1];
	if (literal !== undefined) return { kind: 'text', text: literal, place };
	const [, id, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
	if (id !== undefined && output !== undefined) {
		const source = job.steps.find(s => s.id === id);
		if (source === undefined) return { kind: 'empty', place, of: `step \`${id}\`, which the job does not have` };
		if (source.run === undefined) return unknown;
		return (
			writtenBy(read, source.run, output, /GITHUB_OUTPUT|::set-output/) ?? {
				kind: 'empty',
				place,
				of: `output \`${output}\`, which step \`${id}\` never writes`,
			}
		);
	}
	const [, needed, result] = /^needs\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
	if (needed !== undefined && result !== undefined) {
		const other = workflow.jobs.find(j => j.id === needed);
		const from = other && setting(other.outputs, result);
		const inner = /^\s*\$\{\{\s*(.*?)\s*\}\}\s*$/.exec(from?.text ?? '')?.[1];
		return other && !other.uses && inner !== undefined ? ofExpression(read, workflow, other, step, inner, place, depth + 1) : unknown;
	}
	const variable = /^env\.(\w+)$/.exec(expression)?.[1];
	if (variable === undefined) return unknown;
	const written = fromEarlierSteps(read, job, step, variable);
	const above = setting(job.env, variable) ?? setting(workflow.env, variable);
	return written ?? (above && depth < 4 && !above.text.includes(`env.${variable}`) ? settingValue(read, workflow, job, step, above) : unknown);
}
