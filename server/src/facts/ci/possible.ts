import type { Read } from '../core/database';
import { type Job, setting, type Workflow, workflows } from './workflows';

/** The texts that a setting of a step can be: those of its matrix, or what the workflows give that call this one; the text itself where it is neither. */
export function possibleTexts(read: Read, workflow: Workflow, job: Job, text: string): readonly string[] {
	const [, context, name] = /^\s*\$\{\{\s*(matrix|inputs)\.([\w-]+)\s*\}\}\s*$/.exec(text) ?? [];
	if (context === 'matrix') {
		const dimension = job.matrix.find(one => one.name === name);
		return dimension?.complete && dimension.values.length > 0 ? dimension.values.map(one => one.text) : [text];
	}
	if (context !== 'inputs' || name === undefined || !workflow.triggers.every(({ event }) => event === 'workflow_call')) return [text];
	const callers = read(workflows).flatMap(({ jobs }) => jobs.filter(({ uses }) => uses?.text === `./${workflow.path}`));
	const given = callers.flatMap(caller => setting(caller.with, name) ?? []);
	// Another repository may call it, and the default may hold.
	return given.length > 0 && given.length === callers.length && given.every(one => !one.text.includes('${{')) ? given.map(one => one.text) : [text];
}
