import type { Text } from '../ci/workflow';
import { workflow, workflowPaths } from '../ci/workflows';
import type { Fact } from '../core/database';
import { identity } from '../plugin/identity';

/** The actions and workflows of others that a workflow uses by a branch. */
const followedIn: Fact<readonly Text[], string> = (read, path) => {
	const { owner } = read(identity);
	const trusted = [...trustedOwners, ...(owner === undefined ? [] : [owner.toLowerCase()])];
	return (read(workflow, path)?.jobs ?? [])
		.flatMap(({ uses, steps }) => [...(uses ? [uses] : []), ...steps.flatMap(step => step.uses ?? [])])
		.filter(({ text }) => {
			const [, by, ref] = /^([\w.-]+)\/[\w./-]+@(.+)$/.exec(text) ?? [];
			return by !== undefined && ref !== undefined && !trusted.includes(by.toLowerCase()) && branch.test(ref);
		});
};

/** The owners whose branches HashiCorp's own templates follow, and GitHub. */
const trustedOwners: readonly string[] = ['hashicorp', 'actions', 'github'];

const branch = /^(?:refs\/heads\/.+|main|master|develop|trunk|HEAD)$/;

/** The actions that follow a branch of somebody else, by workflow. */
export const followedBranches: Fact<ReadonlyArray<readonly Text[]>> = read => read(workflowPaths).map(path => read(followedIn, path));
