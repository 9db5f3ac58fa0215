import type { Read } from '../facts/core/database';
import { repository } from '../facts/core/inputs';
import type { AcceptanceRun } from './item';
import { dateOf } from './words';

/** What a kept run of the acceptance tests proves of the plugin as it is checked out. */
export interface Evidence {
	readonly state: 'none' | 'done' | 'open' | 'attention' | 'unknown';
	/** One sentence; empty where there is no run. */
	readonly reason: string;
	/** The current commit, where git tells. */
	readonly commit: string | undefined;
}

/** What a run proves: it counts for the commit that was tested, and only where the work tree had no other changes. */
export function evidence(read: Read, run: AcceptanceRun | undefined): Evidence {
	const { commit } = read(repository);
	if (run === undefined) return { state: 'none', reason: '', commit };
	const when = `Acceptance tests ${run.passed ? 'passed' : 'failed'} on ${dateOf(run.at)}${run.summary === undefined ? '' : ` (${run.summary})`}`;
	if (!run.passed) return { state: 'open', reason: `${when}.`, commit };
	if (commit === undefined || run.commit === undefined) return { state: 'unknown', reason: `${when}, but the tested commit is unknown.`, commit };
	if (run.commit !== commit) return { state: 'attention', reason: `${when}, but not at the current commit.`, commit };
	if (run.dirty !== false) return { state: 'attention', reason: `${when}, but ${run.dirty ? '' : 'possibly '}with uncommitted changes.`, commit };
	return { state: 'done', reason: `${when} at the current commit.`, commit };
}
