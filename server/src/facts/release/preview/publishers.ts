import type { Place } from '../../../text/place';
import { deniedReleases } from '../../ci/permissions';
import { releasing } from '../../ci/releasing';
import { runsOnTag } from '../../ci/tagPattern';
import type { Job, Workflow } from '../../ci/workflows';
import type { Fact } from '../../core/database';

/** A workflow that publishes a release. */
export interface Publisher {
	readonly path: string;
	readonly name: string;
	readonly place: Place;
	/** What it runs for: the tag when it is pushed, a release that somebody publishes on GitHub, something else, or not known. */
	readonly runs: 'tag' | 'release' | 'other' | 'unknown';
	/** The actions of the job that publishes, with their versions, each once. */
	readonly actions: readonly string[];
	/** The secrets that the job is given, by name, besides the token that GitHub makes. */
	readonly secrets: readonly string[];
	/** What it lacks, each a sentence. */
	readonly missing: readonly { readonly text: string; readonly place: Place }[];
}

/** The workflows that publish a release of a tag. */
export const publishers: Fact<readonly Publisher[], string> = (read, tag) => {
	const denied = read(deniedReleases);
	const seen = new Set<string>();
	return read(releasing).steps.flatMap(({ workflow, job, step }): Publisher[] => {
		if (seen.has(`${workflow.path} ${job.id}`)) return [];
		seen.add(`${workflow.path} ${job.id}`);
		const own = denied.filter(one => one.workflow.path === workflow.path);
		return [
			{
				path: workflow.path,
				name: workflow.name ?? workflow.path,
				place: step.uses?.place ?? step.place,
				runs: runsFor(workflow, tag),
				actions: [...new Set(job.steps.flatMap(({ uses }) => uses?.text ?? []))],
				secrets: secretsOf(workflow, job),
				missing: own.map(({ place, byDefault }) => ({ text: byDefault ? unset : 'Job has no permission `contents: write`, so it cannot publish.', place })),
			},
		];
	});
};

const unset = 'No `contents: write` is set. The token of new repositories may only read by default, and cannot publish then.';

function runsFor(workflow: Workflow, tag: string): Publisher['runs'] {
	const onTag = runsOnTag(workflow, tag);
	if (onTag === true) return 'tag';
	const published = workflow.triggers.some(
		({ event, types }) => event === 'release' && (types === undefined || types.some(type => /^(?:published|released|created)$/.test(type))),
	);
	return published ? 'release' : onTag === undefined ? 'unknown' : 'other';
}

function secretsOf(workflow: Workflow, job: Job): readonly string[] {
	const texts = [
		...workflow.env.map(({ text }) => text),
		...job.env.map(({ text }) => text),
		...job.steps.flatMap(step => [...step.env.map(({ text }) => text), ...step.with.map(({ text }) => text), step.run?.text ?? '']),
	];
	const names = texts.flatMap(text => [...text.matchAll(/\$\{\{[^}]*?\bsecrets\.(\w+)/g)].flatMap(([, name]) => name ?? []));
	return [...new Set(names)].filter(name => name !== 'GITHUB_TOKEN').sort();
}
