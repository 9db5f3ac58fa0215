import { asText, get, items } from '../../syntax/yaml/lookup';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { exists, isDirectory } from '../core/files';
import { repository } from '../core/inputs';
import { root } from '../release/config';
import { templateAt } from '../release/plan/option';
import { makefilePath, makeTargets, targetNamed } from './make';
import { placesInScript } from './scriptPlace';
import { commandsOf } from './shell';
import { type Job, workflows } from './workflows';

/** A `make target` at the plugin's root, and where it is called. */
export interface MakeCall {
	readonly target: string;
	readonly place: Place;
}

/** The targets that workflows and the hooks of GoReleaser call, as far as these are at the plugin's root. */
export const makeCalls: Fact<readonly MakeCall[]> = read => [...fromWorkflows(read), ...fromHooks(read)];

/** The calls of targets that are nowhere: `make` ends with an error. */
export const lostMakeCalls: Fact<readonly MakeCall[]> = read => {
	const make = read(makeTargets);
	if (read(repository).subdirectory !== '' || (make === undefined && read(makefilePath) !== undefined) || make?.complete === false) return [];
	return read(makeCalls).filter(({ target }) => !(make && targetNamed(make, target)) && !read(exists, target) && !read(isDirectory, target));
};

function fromWorkflows(read: Read): MakeCall[] {
	return read(workflows).flatMap(({ jobs }) =>
		jobs.flatMap(job =>
			job.workingDirectory !== undefined || checksOutOther(job)
				? []
				: job.steps.flatMap(({ run, workingDirectory }) => {
						if (run === undefined || workingDirectory !== undefined) return [];
						const placed = placesInScript(read, run.text, run.content, run.place);
						return callsIn(run.text).map(({ target, start, end }) => ({ target, place: placed(start, end) }));
					}),
		),
	);
}

function fromHooks(read: Read): MakeCall[] {
	const config = read(root);
	if (config === undefined) return [];
	return items(get(config.value, 'before', 'hooks')).flatMap(hook => {
		const moved = asText(get(hook, 'dir')) ?? '';
		const template = templateAt(config.path, hook.kind === 'map' ? get(hook, 'cmd') : hook);
		const content = template?.scalar && at(config.path, template.scalar.contentNode);
		if (template === undefined || content === undefined || !/^\.?$/.test(moved)) return [];
		const placed = placesInScript(read, template.text, content, template.place);
		return callsIn(template.text).map(({ target, start, end }) => ({ target, place: placed(start, end) }));
	});
}

/** Whether the job's folder may hold another repository than this one. */
const checksOutOther = ({ steps }: Job) =>
	steps.some(step => step.uses?.text.startsWith('actions/checkout@') && step.with.some(({ key }) => key === 'repository' || key === 'path'));

function callsIn(script: string): { target: string; start: number; end: number }[] {
	return commandsOf(script).flatMap(({ words: [name, ...args], moved, start, end }) => {
		if (!/^g?make$/.test(name ?? '') || moved || args.some(arg => /^(?:-C|-f|-I|--directory|--file|--makefile)/.test(arg))) return [];
		return args.filter((arg, i) => /^[A-Za-z][\w.-]*$/.test(arg) && !/^(?:-j|-l|-o|-W)$/.test(args[i - 1] ?? '')).map(target => ({ target, start, end }));
	});
}
