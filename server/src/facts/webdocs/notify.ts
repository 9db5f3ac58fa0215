import { makesTags } from '../ci/releaseTrigger';
import { type Setting, type Step, setting, type Workflow, workflow, workflowPaths } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { join } from '../core/paths';
import { compileCommand } from '../docs/published';
import { notifySteps } from './notifySteps';

/** A workflow that tells the integrations portal of a release. */
export interface Notification {
	readonly path: string;
	/** Whether it runs for a release, and whether a person can start it. */
	readonly byRelease: boolean;
	readonly byHand: boolean;
	/** The identifiers that it gives. */
	readonly identifiers: readonly Setting[];
}

/** The workflows that announce a release to the portal, under any name. */
export const notifications: Fact<readonly Notification[]> = read =>
	read(workflowPaths).flatMap(path => {
		const found = read(workflow, path);
		if (found === undefined) return mentioned.test(read(text, path) ?? '') ? [{ path, byRelease: true, byHand: true, identifiers: [] }] : [];
		const steps = read(notifySteps).flatMap(({ workflow, step }) => (workflow.path === path ? [step] : []));
		const calls = found.jobs.some(job => /integration|notify/i.test(job.uses?.text ?? '') || job.steps.some(step => passesOn(read, step)));
		if (steps.length === 0 && !calls) return [];
		const identifiers = steps.flatMap(step => setting(step.with, 'integration_identifier') ?? []);
		return [{ path, byRelease: runs(found, /^(?:push|release|create)$/) || makesTags(found), byHand: runs(found, /_dispatch$/), identifiers }];
	});

/** Whether a workflow that announces releases compiles the documentation first and fails if that changes a file, as the scaffolding's does. */
export const verifiesDocs: Fact<boolean> = read => {
	const command = read(compileCommand);
	if (command === undefined) return false;
	return read(notifications).some(({ path }) =>
		read(workflow, path)?.jobs.some(({ steps }) => {
			const scripts = steps.map(({ run }) => run?.text ?? '').join('\n');
			return scripts.includes(command) && /\bgit (?:status|diff)\b/.test(scripts) && /--exit-code|\bexit 1\b|\btest -z\b/.test(scripts);
		}),
	);
};

/** The action in a workflow that cannot be parsed, outside its comments. */
const mentioned = /^[^#\n]*integration-release-action/m;

/** Whether one of the events starts a workflow; one that others call, or that we could not read whole, may be started by anything. */
function runs({ triggers, broken }: Workflow, events: RegExp): boolean {
	if (broken || triggers.some(({ event }) => event === 'workflow_call' || event === 'workflow_run')) return true;
	return triggers.some(({ event, branches, tags }) => events.test(event) && (event !== 'push' || tags !== undefined || branches === undefined));
}

/** Whether a step may announce a release in another place: an action of this repository that runs the portal's, or a workflow that it starts. */
function passesOn(read: Read, { uses, run }: Step): boolean {
	const dir = uses?.text.startsWith('./') ? join(uses.text) : undefined;
	if (dir !== undefined && ['yml', 'yaml'].some(ext => mentioned.test(read(text, `${dir}/action.${ext}`) ?? ''))) return true;
	return /\bgh workflow run\b|\/dispatches\b/.test(run?.text ?? '');
}
