import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { releasing } from './releasing';
import { runsOnTag } from './tagPattern';
import type { Workflow } from './workflows';

/** A workflow that releases and does not run for the tags of releases, where no other one does. */
export interface Untriggered {
	readonly workflow: Workflow;
	readonly place: Place;
	/** The patterns of its tags; none where it only runs for branches. */
	readonly tags: readonly string[];
}

/** The release workflow that no tag like `v1.2.3` starts, and no person, release or other workflow either; undefined if there is none. */
export const untriggered: Fact<Untriggered | undefined> = read => {
	const { steps, unknown } = read(releasing);
	const all = [...new Set(steps.map(({ workflow }) => workflow))];
	const [first] = all;
	if (unknown || first === undefined || !all.every(isIdle) || all.some(makesTags)) return undefined;
	const push = first.triggers.find(({ event }) => event === 'push');
	const place = push?.tags?.[0]?.place ?? push?.place ?? first.on;
	return place && { workflow: first, place, tags: push?.tags?.map(({ text }) => text) ?? [] };
};

/** Whether a workflow never runs for a release: its events are pushes and pull requests, and none of them is that of a tag like `v1.2.3`. */
const isIdle = (workflow: Workflow) =>
	runsOnTag(workflow, 'v1.2.3') === false && workflow.triggers.every(({ event }) => /^(?:push|pull_request(?:_target)?|merge_group)$/.test(event));

/** Whether a workflow may make the tag that it then releases: a step has the name of what does, or pushes one. */
export const makesTags = ({ jobs }: Workflow) =>
	jobs.some(({ steps }) =>
		steps.some(
			({ uses, run }) =>
				/release-please|tag|semver|semantic|bump|version/i.test(uses?.text ?? '') || /\bgit (?:tag|push)\b|\bsvu\b|tag\S*\.sh\b/.test(run?.text ?? ''),
		),
	);
