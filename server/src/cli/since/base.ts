import { type FoundGit, gitAbove, gitBytes, gitText } from '../../workspace/gitDirectory';
import { type IndexEntry, indexEntries } from '../../workspace/gitIndex';
import { looksInto } from '../../workspace/interest';
import { History } from '../../workspace/objects/history';
import { type Repository, resolveRevision } from '../../workspace/objects/revision';
import { ObjectStore } from '../../workspace/objects/store';
import { filesOfTree, type TreeFile } from '../../workspace/objects/tree';
import { Complaint } from '../complaint';
import type { Environment } from '../environment';
import type { Opened } from '../open';
import { complaintOf, met, named } from './refusals';

/** The state of a plugin that a check compares with: the commit in which the given revision and the current one meet. */
export interface Base {
	readonly commit: string;
	readonly store: ObjectStore;
	/** The files of the plugin in that commit, by their paths in the plugin. */
	readonly files: ReadonlyMap<string, TreeFile>;
	/** What git's index has of the files of the plugin; empty where there is none that is read. */
	readonly index: ReadonlyMap<string, IndexEntry>;
	/** An error, as a complaint where it says that an object cannot be read. */
	readonly unread: (error: unknown) => Promise<unknown>;
}

/** Finds what a plugin was when its branch left a revision. Complains where that cannot be read: then nobody knows what has changed. */
export async function baseOf({ files: fs, objects }: Environment, { folder, root }: Opened, revision: string): Promise<Base> {
	const git = await gitAbove(fs, folder.root);
	if (git === undefined) throw new Complaint(`${root} is not in a git repository, so --since cannot be used. Omit it.`);
	if (/^\s*refstorage\s*=\s*reftable/im.test((await gitText(fs, git.common, 'config')) ?? ''))
		throw new Complaint('Refs of this repository are stored as a reftable, which --since cannot read. Omit it.');
	const store = await ObjectStore.of(fs, git, await objects());
	const cut = new Set(((await gitText(fs, git.common, 'shallow')) ?? '').split(/\s+/).filter(id => id !== ''));
	const history = new History(store, cut);
	const repository: Repository = { fs, git, store, history };
	const unread = (error: unknown) => complaintOf(error, revision, store, cut.size > 0);
	try {
		const from = named(await resolveRevision(repository, revision), revision, cut.size > 0);
		const head = named(await resolveRevision(repository, 'HEAD'), 'HEAD', cut.size > 0);
		const commit = met(await history.meeting(from, head), revision);
		const { tree } = await history.commit(commit);
		const files = await filesOfTree(store, tree, git.subdirectory, looksInto);
		return { commit, store, files, index: await indexOf(fs, git, store), unread };
	} catch (error) {
		throw await unread(error);
	}
}

async function indexOf(fs: Environment['files'], { own, subdirectory }: FoundGit, { algorithm }: ObjectStore): Promise<ReadonlyMap<string, IndexEntry>> {
	const bytes = algorithm === 'sha1' ? await gitBytes(fs, own, 'index') : undefined;
	const prefix = subdirectory === '' ? '' : `${subdirectory}/`;
	const entries = bytes === undefined ? [] : indexEntries(bytes).filter(({ path }) => path.startsWith(prefix));
	return new Map(entries.map(entry => [entry.path.slice(prefix.length), entry]));
}
