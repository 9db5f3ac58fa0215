import type { Meeting } from '../../workspace/objects/history';
import { UnreadObject } from '../../workspace/objects/object';
import type { Resolved } from '../../workspace/objects/revision';
import type { ObjectStore } from '../../workspace/objects/store';
import { Complaint } from '../complaint';

/** An error, as a complaint where it says that an object cannot be read: then nobody knows what has changed. */
export async function complaintOf(error: unknown, revision: string, store: ObjectStore, isShallow: boolean): Promise<unknown> {
	if (!(error instanceof UnreadObject)) return error;
	return new Complaint(`What changed since ${revision} cannot be read: ${error.message}. ${await remedy(error, store, isShallow)}`);
}

/** What to do where an object cannot be read. */
async function remedy({ why }: UnreadObject, store: ObjectStore, isShallow: boolean): Promise<string> {
	if (why === 'large') return 'Omit --since.';
	if (why === 'damaged') return 'Run `git fsck`, and clone the repository again.';
	if (isShallow) return unshallow;
	if (await store.hasAlternates()) return 'Clone without --shared and --reference: objects of other repositories are not read.';
	return 'Clone the repository whole, without --filter.';
}

const unshallow = 'Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` of actions/checkout.';

/** The commit that a revision names. */
export function named(resolved: Resolved, revision: string, isShallow: boolean): string {
	if ('commit' in resolved) return resolved.commit;
	const remedy = isShallow && ['unknown', 'cut'].includes(resolved.problem) ? unshallow : remedies[resolved.problem];
	throw new Complaint([problems[resolved.problem].replace('{}', () => revision), remedy].join(' '));
}

type Problem = Extract<Resolved, { problem: unknown }>['problem'];

const problems: Readonly<Record<Problem, string>> = {
	unknown: '{} is not a branch, tag or commit of this clone.',
	ambiguous: '{} is the beginning of several hashes.',
	'not a commit': '{} does not name a commit.',
	cut: '{} is beyond the end of this shallow clone.',
	'no parent': '{} is before the first commit.',
	unsupported: '{} is not a revision that --since can read.',
};

const remedies: Readonly<Record<Problem, string>> = {
	unknown: 'Fetch it, or name another one.',
	ambiguous: 'Write more digits.',
	'not a commit': 'Name a branch, tag or commit.',
	cut: unshallow,
	'no parent': 'Name a later one.',
	unsupported: 'Name a branch, tag or commit, with ~2 or ^ behind it where needed.',
};

/** The commit in which a revision and HEAD meet. */
export function met(meeting: Meeting, revision: string): string {
	if ('commit' in meeting) return meeting.commit;
	if (meeting.none === 'shallow') throw new Complaint(`Where HEAD left ${revision} is beyond the end of this shallow clone. ${unshallow}`);
	if (meeting.none === 'far') throw new Complaint(`Where HEAD left ${revision} is more than 100,000 commits ago. Name a later one.`);
	throw new Complaint(`HEAD and ${revision} have no commit in common. Name a revision that HEAD comes from.`);
}
