import { type Edit, insertBefore, replace } from '../../text/edit';
import { spanOf } from '../../text/nodes';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { repository } from '../core/inputs';
import { type Release, releasing } from './releasing';
import { type Permissions, setting, type Workflow, workflows } from './workflows';
import { yamlSpans } from './yaml';

/** A release whose token may not write to the repository: what says so, or nothing does and the repository's own default decides. */
export interface Denied {
	readonly place: Place;
	readonly byDefault: boolean;
	readonly permissions?: Permissions;
	readonly workflow: Workflow;
}

/**
 * The releases whose token lacks `contents: write`. A repository made since February 2023 gives read access by default; of one that has released before,
 * the default is known to suffice.
 */
export const deniedReleases: Fact<readonly Denied[]> = read => {
	const hasReleased = read(repository).tags.some(tag => /^v\d+\.\d+\.\d+$/.test(tag));
	const found = read(releasing).steps.flatMap((release): Denied[] => {
		const { workflow, job } = release;
		if (!usesOwnToken(release)) return [];
		const permissions = job.permissions ?? workflow.permissions;
		// A workflow that others call has at most what their job gives it.
		if (permissions === undefined && workflow.triggers.some(({ event }) => event === 'workflow_call')) return byCallers(read, workflow);
		if (permissions === undefined) return hasReleased ? [] : [{ place: release.step.uses?.place ?? release.step.place, byDefault: true, workflow }];
		if (permissions.contents === 'write' || permissions.contents === 'unknown') return [];
		return [{ place: permissions.entry ?? permissions.place, byDefault: false, permissions, workflow }];
	});
	return found.filter((one, i) => found.findIndex(other => JSON.stringify(other.place) === JSON.stringify(one.place)) === i);
};

/** The jobs that call a workflow of this repository without the permission that it needs, where they say so. */
function byCallers(read: Read, { path }: Workflow): Denied[] {
	return read(workflows).flatMap(workflow =>
		workflow.jobs.flatMap((job): Denied[] => {
			const permissions = job.permissions ?? workflow.permissions;
			const denies = permissions?.contents === 'read' || permissions?.contents === 'none';
			return job.uses?.text === `./${path}` && permissions && denies
				? [{ place: permissions.entry ?? permissions.place, byDefault: false, permissions, workflow }]
				: [];
		}),
	);
}

/** Whether a release is made with the token that GitHub gives the job. */
function usesOwnToken({ step, job, workflow, action }: Release): boolean {
	const said = [...step.with.filter(({ key }) => /token/i.test(key)), ...step.env.filter(({ key }) => /^(?:GITHUB|GH)_TOKEN$/.test(key))];
	const above = action ? [setting(job.env, 'GITHUB_TOKEN') ?? setting(workflow.env, 'GITHUB_TOKEN')].flatMap(one => one ?? []) : [];
	const all = said.length > 0 ? said : above;
	return all.length > 0 && all.every(({ text }) => /^\s*\$\{\{\s*(?:secrets\.GITHUB_TOKEN|github\.token)\s*\}\}\s*$/i.test(text));
}

/** The edits that give a release the permission; undefined where we cannot write them. */
export function grant(read: Read, { permissions, workflow }: Denied): Edit[] | undefined {
	const { path, jobsKey } = workflow;
	if (permissions?.entry) return [replace(permissions.entry, 'write')];
	if (permissions === undefined) return jobsKey && [insertBefore(jobsKey, 'permissions:\n  contents: write\n')];
	if (permissions.contents === 'read') return undefined;
	const first = permissions.node.kind === 'map' ? permissions.node.entries[0] : undefined;
	if (first === undefined) return undefined;
	const span = (spans => spans && spanOf(spans, first.keyNode))(read(yamlSpans, path));
	const source = read(text, path) ?? '';
	const line = span && source.slice(source.lastIndexOf('\n', span.start - 1) + 1, span.start);
	// A mapping in braces has its keys on one line.
	return line?.trim() === '' ? [insertBefore(at(path, first.keyNode), `contents: write\n${line}`)] : undefined;
}
