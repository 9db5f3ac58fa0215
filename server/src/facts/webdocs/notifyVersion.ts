import type { Place } from '../../text/place';
import { commandsOf } from '../ci/shell';
import { type Job, type Step, setting, type Workflow } from '../ci/workflows';
import type { Fact } from '../core/database';
import { notifySteps } from './notifySteps';

/** A version that a workflow gives the portal in another form than `1.2.3`: the tag with its `v`, the whole reference, or a text that begins with `v`. */
export interface OddVersion {
	readonly kind: 'tag' | 'reference' | 'literal';
	readonly place: Place;
	readonly text: string;
}

/** The versions that workflows give the portal in another form than `1.2.3`. */
export const oddVersions: Fact<readonly OddVersion[]> = read =>
	read(notifySteps).flatMap(({ workflow, job, step }): OddVersion[] => {
		const version = setting(step.with, 'release_version');
		if (version === undefined) return [];
		const text = version.text.trim();
		if (/^v\d+\.\d+\.\d+\S*$/.test(text)) return [{ kind: 'literal', place: version.content, text }];
		const kind = formOf(workflow, job, undefined, text);
		return kind === undefined ? [] : [{ kind, place: version.place, text }];
	});

type Form = 'tag' | 'reference' | undefined;

/** What an expression is, or a text that consists of one, where nothing is done to the tag. */
function formOf(workflow: Workflow, job: Job, step: Step | undefined, text: string, depth = 0): Form {
	const expression = /^\$\{\{\s*([^{}]*?)\s*\}\}$/.exec(text)?.[1];
	if (expression === undefined || depth > 4) return undefined;
	// Of a run that a person starts, the reference is a branch.
	const byTag = workflow.triggers.some(
		({ event, branches, tags }) => event === 'release' || event === 'create' || (event === 'push' && (tags ?? branches) !== branches),
	);
	if (expression === 'github.ref_name') return byTag ? 'tag' : undefined;
	if (expression === 'github.ref') return 'reference';
	if (expression === 'github.event.release.tag_name') return 'tag';
	const [, place, name, output] = /^(?:(steps|needs)\.([\w-]+)\.outputs\.([\w-]+))$/.exec(expression) ?? [];
	if (place === 'needs') {
		const other = workflow.jobs.find(({ id }) => id === name);
		const said = other && setting(other.outputs, output ?? '');
		return other && said && other.uses === undefined ? formOf(workflow, other, undefined, said.text.trim(), depth + 1) : undefined;
	}
	const source = place === 'steps' ? job.steps.find(({ id }) => id === name) : undefined;
	if (source?.run !== undefined && output !== undefined) return written(workflow, job, source, output, depth);
	const variable = /^env\.(\w+)$/.exec(expression)?.[1];
	const value = variable === undefined ? undefined : textOf(workflow, job, step, variable);
	return value === undefined ? undefined : formOf(workflow, job, step, value, depth + 1);
}

const textOf = (workflow: Workflow, job: Job, step: Step | undefined, name: string) =>
	(setting(step?.env ?? [], name) ?? setting(job.env, name) ?? setting(workflow.env, name))?.text.trim();

/** What a script writes to an output with a plain `echo`. */
function written(workflow: Workflow, job: Job, step: Step, output: string, depth: number): Form {
	const found = commandsOf(step.run?.text ?? '').flatMap(({ words: [name, ...args] }) => {
		const said = new RegExp(`^(?:::set-output name=${output}::|${output}=)(.*)$`).exec(args.join(' '))?.[1];
		return name === 'echo' && said !== undefined ? [said] : [];
	});
	const [said, ...others] = found;
	if (said === undefined || others.length > 0) return undefined;
	const variable = /^\$\{?(\w+)\}?$/.exec(said)?.[1] ?? (/^\$\{GITHUB_REF(?:#refs\/tags\/|##\*\/)\}$/.test(said) ? 'GITHUB_REF_NAME' : undefined);
	if (variable === undefined) return formOf(workflow, job, step, said, depth + 1);
	if (variable === 'GITHUB_REF_NAME' || variable === 'GITHUB_REF')
		return formOf(workflow, job, step, `\${{ ${variable === 'GITHUB_REF' ? 'github.ref' : 'github.ref_name'} }}`, depth + 1);
	// A variable that the script sets is not followed.
	const value = new RegExp(`\\b${variable}=`).test(step.run?.text ?? '') ? undefined : textOf(workflow, job, step, variable);
	return value === undefined ? undefined : formOf(workflow, job, step, value, depth + 1);
}
