import type { Place } from '../../text/place';
import type { Release } from './releasing';
import { commandsOf } from './shell';
import { type Job, type Setting, type Step, setting, type Text, type Workflow } from './workflows';

/** What a variable of the environment is while a step runs, and where that is said. */
export type Known =
	| { readonly kind: 'text'; readonly text: string; readonly place: Place }
	/** What `go run . describe` says, which is `x5.0` of every plugin that Packer can load. */
	| { readonly kind: 'described'; readonly place: Place }
	/** Nothing sets it. */
	| { readonly kind: 'unset' }
	/** It is set from something that is never given a value: a step that is not there, an output that is not written. */
	| { readonly kind: 'empty'; readonly place: Place; readonly of: string }
	| { readonly kind: 'unknown' };

/** The API version that `describe` reports: the one that Packer supports (SDK plugin/set.go, Packer packer/plugin-getter/plugins.go). */
export const apiVersion = 'x5.0';

/** The text that a variable has, as far as it is known. */
export const textOfKnown = (known: Known): string | null | undefined =>
	known.kind === 'text' ? known.text : known.kind === 'described' ? apiVersion : known.kind === 'unset' ? null : known.kind === 'empty' ? '' : undefined;

const unknown: Known = { kind: 'unknown' };

/** What a variable of the environment is when a release runs GoReleaser. */
export function variableOf({ workflow, job, step, action }: Release, name: string): Known {
	const own = setting(step.env, name);
	if (own) return settingValue(workflow, job, step, own);
	// A script may set it in more ways than we can follow.
	if (!action) return unknown;
	const written = fromEarlierSteps(job, step, name);
	if (written) return written;
	const above = setting(job.env, name) ?? setting(workflow.env, name);
	return above ? settingValue(workflow, job, step, above) : { kind: 'unset' };
}

/** What a step before this one wrote to GITHUB_ENV. */
function fromEarlierSteps(job: Job, step: Step, name: string): Known | undefined {
	let found: Known | undefined;
	for (const earlier of job.steps.slice(0, job.steps.indexOf(step))) {
		const run = earlier.run;
		if (run && /GITHUB_ENV|::set-env/.test(run.text)) found = writtenBy(run, name, /GITHUB_ENV|::set-env/) ?? found;
		// An action of this repository, or one that exports a file of settings, may set anything.
		else if (earlier.uses && /^\.\/|dotenv|env/i.test(earlier.uses.text.replace(/@.*$/, ''))) found ??= unknown;
	}
	return found;
}

function settingValue(workflow: Workflow, job: Job, step: Step, value: Setting | Text): Known {
	const whole = /^\s*\$\{\{\s*([\s\S]*?)\s*\}\}\s*$/.exec(value.text)?.[1];
	if (whole !== undefined && !whole.includes('${{')) return ofExpression(workflow, job, step, whole, value.place);
	if (!value.text.includes('${{')) return { kind: 'text', text: value.text.trim(), place: value.place };
	let text = '';
	let done = 0;
	for (const match of value.text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)) {
		const part = textOfKnown(ofExpression(workflow, job, step, match[1] as string, value.place));
		if (typeof part !== 'string') return unknown;
		text += value.text.slice(done, match.index) + part;
		done = match.index + match[0].length;
	}
	return { kind: 'text', text: text + value.text.slice(done), place: value.place };
}

function ofExpression(workflow: Workflow, job: Job, step: Step, expression: string, place: Place, depth = 0): Known {
	if (depth > 4) return unknown;
	const literal = /^'([^']*)'$/.exec(expression)?.[1];
	if (literal !== undefined) return { kind: 'text', text: literal, place };
	const [, id, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
	if (id !== undefined && output !== undefined) {
		const source = job.steps.find(s => s.id === id);
		if (source === undefined) return { kind: 'empty', place, of: `step \`${id}\`, which the job does not have` };
		if (source.run === undefined) return unknown;
		return (
			writtenBy(source.run, output, /GITHUB_OUTPUT|::set-output/) ?? {
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
		return other && !other.uses && inner !== undefined ? ofExpression(workflow, other, step, inner, place, depth + 1) : unknown;
	}
	const variable = /^env\.(\w+)$/.exec(expression)?.[1];
	if (variable === undefined) return unknown;
	const written = fromEarlierSteps(job, step, variable);
	const above = setting(job.env, variable) ?? setting(workflow.env, variable);
	return written ?? (above && depth < 4 && !above.text.includes(`env.${variable}`) ? settingValue(workflow, job, step, above) : unknown);
}

/** What a script writes under a name to GITHUB_ENV or GITHUB_OUTPUT; undefined if it does not mention the name in that way. */
function writtenBy(run: Text, name: string, to: RegExp): Known | undefined {
	for (const { words, start, end } of commandsOf(run.text)) {
		const tail = run.text.slice(start, run.text.indexOf('\n', end) === -1 ? undefined : run.text.indexOf('\n', end));
		if (!/^(?:echo|printf)$/.test(words[0] ?? '') || !(to.test(tail) || to.test(run.text))) continue;
		const said = words
			.slice(1)
			.filter(word => !/^-[neE]+$/.test(word))
			.join(' ');
		const value = new RegExp(`^(?:::set-(?:output|env) name=${name}::|${name}=)([\\s\\S]*)$`, to.test('GITHUB_OUTPUT') ? 'i' : '').exec(said)?.[1];
		if (value === undefined) continue;
		if (/^[\w.-]+$/.test(value)) return { kind: 'text', text: value, place: run.place };
		return described.test(value) ? { kind: 'described', place: run.place } : unknown;
	}
	return mayWrite(run.text, name) ? unknown : undefined;
}

/** `$(go run . describe | jq -r '.api_version')`, and nothing done to it afterwards. */
const described = /^\$\(\s*[^|]*\bdescribe\b[^|]*\|\s*jq\s+(?:-r|--raw-output)\s+['"]?\.api_version['"]?\s*\)$/;

/** Whether a script that was not followed may write a name: it says it, or runs another program that could. */
const mayWrite = (script: string, name: string) =>
	new RegExp(`\\b${name}\\s*(?:=|::|<<)`, 'i').test(script) || /\b(?:make|bash|sh|node|python3?)\b|\.\/|\bcat\b/.test(script);
