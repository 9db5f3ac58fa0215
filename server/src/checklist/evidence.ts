import type { Read } from '../facts/core/database';
import { repository } from '../facts/core/inputs';
import type { AcceptanceRun } from './item';
import { dateOf } from './words';

/** What a kept run of the acceptance tests proves of the plugin as it is checked out. */
export interface Evidence {
	readonly state: 'none' | 'done' | 'open' | 'attention' | 'unknown';
	/** In a sentence; empty where there is no run. */
	readonly reason: string;
	/** What is checked out, where git says. */
	readonly commit: string | undefined;
}

/** What a run proves: it counts for the commit that it was made of, and only where the work tree had nothing else in it. */
export function evidence(read: Read, run: AcceptanceRun | undefined): Evidence {
	const { commit } = read(repository);
	if (run === undefined) return { state: 'none', reason: '', commit };
	const when = `The acceptance tests ${run.passed ? 'passed' : 'failed'} on ${dateOf(run.at)}${run.summary === undefined ? '' : ` (${run.summary})`}`;
	if (!run.passed) return { state: 'open', reason: `${when}.`, commit };
	if (commit === undefined || run.commit === undefined) return { state: 'unknown', reason: `${when}, but it is not known of which commit.`, commit };
	if (run.commit !== commit) return { state: 'attention', reason: `${when}, of another commit than the one checked out.`, commit };
	if (run.dirty !== false) return { state: 'attention', reason: `${when}, of a work tree that may have had changes in no commit.`, commit };
	return { state: 'done', reason: `${when}, of the commit checked out, and the log is kept.`, commit };
}
