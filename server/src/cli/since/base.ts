import { type FoundGit, gitAbove, gitBytes, gitText } from '../../workspace/gitDirectory';
import { type IndexEntry, indexEntries } from '../../workspace/gitIndex';
import { looksInto } from '../../workspace/interest';
import { History, type Meeting } from '../../workspace/objects/history';
import { UnreadObject } from '../../workspace/objects/object';
import { type Repository, type Resolved, resolveRevision } from '../../workspace/objects/revision';
import { ObjectStore } from '../../workspace/objects/store';
import { filesOfTree, type TreeFile } from '../../workspace/objects/tree';
import { Complaint } from '../complaint';
import type { Environment } from '../environment';
import type { Opened } from '../open';

/** The state of a plugin that a check compares with: the commit in which the given revision and the current one meet. */
export interface Base {
	readonly commit: string;
	readonly store: ObjectStore;
	/** The files of the plugin in that commit, by their paths in the plugin. */
	readonly files: ReadonlyMap<string, TreeFile>;
	/** What git's index has of the files of the plugin; empty where there is none that is read. */
	readonly index: ReadonlyMap<string, IndexEntry>;
}

/** Finds what a plugin was when its branch left a revision. Complains where that cannot be read: then nobody knows what has changed. */
export async function baseOf({ files: fs, objects }: Environment, { folder, root }: Opened, revision: string): Promise<Base> {
	const git = await gitAbove(fs, folder.root);
	if (git === undefined) throw new Complaint(`${root} is not in a git repository, so --since cannot be used. Omit it.`);
	if (/^\s*refstorage\s*=\s*reftable/im.test((await gitText(fs, git.common, 'config')) ?? ''))
		throw new Complaint('Refs of this repository are stored as a reftable, which --since cannot read. Omit it.');
	const store = await ObjectStore.of(fs, git, objects);
	const cut = new Set(((await gitText(fs, git.common, 'shallow')) ?? '').split(/\s+/).filter(id => id !== ''));
	const history = new History(store, cut);
	const repository: Repository = { fs, git, store, history };
	try {
		const from = named(await resolveRevision(repository, revision), revision, cut.size > 0);
		const head = named(await resolveRevision(repository, 'HEAD'), 'HEAD', cut.size > 0);
		const commit = met(await history.meeting(from, head), revision);
		const { tree } = await history.commit(commit);
		return { commit, store, files: await filesOfTree(store, tree, git.subdirectory, looksInto), index: await indexOf(fs, git, store) };
	} catch (error) {
		if (!(error instanceof UnreadObject)) throw error;
		throw new Complaint(`What changed since ${revision} cannot be read: ${error.message}. ${await remedy(error, store, cut.size > 0)}`);
	}
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

function named(resolved: Resolved, revision: string, isShallow: boolean): string {
	if ('commit' in resolved) return resolved.commit;
	throw new Complaint(
		`${problems[resolved.problem].replace('{}', revision)} ${isShallow && ['unknown', 'cut'].includes(resolved.problem) ? unshallow : remedies[resolved.problem]}`,
	);
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

function met(meeting: Meeting, revision: string): string {
	if ('commit' in meeting) return meeting.commit;
	if (meeting.none === 'shallow') throw new Complaint(`Where HEAD left ${revision} is beyond the end of this shallow clone. ${unshallow}`);
	if (meeting.none === 'far') throw new Complaint(`Where HEAD left ${revision} is more than 100,000 commits ago. Name a later one.`);
	throw new Complaint(`HEAD and ${revision} have no commit in common. Name a revision that HEAD comes from.`);
}

async function indexOf(fs: Environment['files'], { own, subdirectory }: FoundGit, { algorithm }: ObjectStore): Promise<ReadonlyMap<string, IndexEntry>> {
	const bytes = algorithm === 'sha1' ? await gitBytes(fs, own, 'index') : undefined;
	const prefix = subdirectory === '' ? '' : `${subdirectory}/`;
	const entries = bytes === undefined ? [] : indexEntries(bytes).filter(({ path }) => path.startsWith(prefix));
	return new Map(entries.map(entry => [entry.path.slice(prefix.length), entry]));
}
