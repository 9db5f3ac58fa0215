import type { Place } from '../../text/place';
import { type Job, type Step, setting } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { exists, isDirectory } from '../core/files';
import { join } from '../core/paths';
import { type NotifyStep, notifySteps, runsNotifyAction } from './notifySteps';

/** A notification that the action cannot send. */
export type BrokenNotification = { readonly place: Place; readonly of: NotifyStep } & (
	| { readonly kind: 'inputs'; readonly missing: readonly string[] }
	/** The action is not in the folder that the step names, or the job removes it before. */
	| { readonly kind: 'absent' | 'removed'; readonly folder: string }
	/** The job does not check out the repository, from which the action reads metadata.hcl. */
	| { readonly kind: 'unread' }
);

/** The inputs that the action requires (its action.yml). */
const required = ['github_token', 'integration_identifier', 'release_version', 'release_sha'];

/** The notifications that cannot be sent: inputs, the action itself, or the repository is missing. */
export const brokenNotifications: Fact<readonly BrokenNotification[]> = read =>
	read(notifySteps).flatMap((of): BrokenNotification[] => {
		const { job, step } = of;
		if (!runsNotifyAction(step) || step.uses === undefined) return [];
		const place = step.uses.place;
		const missing = required.filter(key => {
			const said = setting(step.with, key)?.text;
			return said === undefined || said.trim() === '';
		});
		const before = job.steps.slice(0, job.steps.indexOf(step));
		const inputs = missing.length > 0 && isWritten(step) ? [{ kind: 'inputs' as const, place, of, missing }] : [];
		if (before.some(other => isUnclear(other))) return inputs;
		return [...inputs, ...(step.uses.text.startsWith('./') ? ofFolder(read, of, before) : []), ...ofRepository(of, before)];
	});

/** Whether the inputs are written as a mapping, or there are none. */
const isWritten = ({ node, with: inputs }: Step) => inputs.length > 0 || (node.kind === 'map' && !node.entries.some(({ key }) => key === 'with'));

/** Whether a step may check something out in a way that is not followed. */
const isUnclear = ({ uses, run, with: inputs }: Step) =>
	/\bgit\s+(?:clone|checkout|submodule|init)\b|\bgh\s+repo\s+clone\b|integration-release-action/.test(run?.text ?? '') ||
	(uses?.text.startsWith('./') === true && !runsNotifyAction({ uses } as Step)) ||
	/checkout|clone|artifact/i.test(uses && !isCheckout(uses.text) ? uses.text : '') ||
	(isCheckout(uses?.text ?? '') && setting(inputs, 'path')?.text.includes('${{') === true);

const isCheckout = (uses: string) => /^actions\/checkout@/.test(uses);

const folderOf = (step: Step) => join(setting(step.with, 'path')?.text ?? '.') ?? '';

function ofFolder(read: Read, of: NotifyStep, before: Job['steps']): BrokenNotification[] {
	const uses = of.step.uses;
	const folder = join(uses?.text ?? '') ?? '';
	if (uses === undefined || read(isDirectory, folder) || read(exists, `${folder}/action.yml`)) return [];
	const checkouts = before.filter(step => isCheckout(step.uses?.text ?? ''));
	const got = checkouts.findLastIndex(step => folderOf(step) === folder);
	if (got === -1) return [{ kind: 'absent', place: uses.place, of, folder: `./${folder}` }];
	// A checkout to the folder of the job removes what is in it and not of the repository.
	return checkouts.slice(got + 1).some(step => folderOf(step) === '' && setting(step.with, 'clean')?.text !== 'false')
		? [{ kind: 'removed', place: uses.place, of, folder: `./${folder}` }]
		: [];
}

function ofRepository(of: NotifyStep, before: Job['steps']): BrokenNotification[] {
	// What another repository has may be published from there.
	const found = before.some(
		one => isCheckout(one.uses?.text ?? '') && !/(?:^|\/)integration-release-action$/.test(setting(one.with, 'repository')?.text.trim() ?? ''),
	);
	return found || of.step.uses === undefined ? [] : [{ kind: 'unread', place: of.step.uses.place, of }];
}
