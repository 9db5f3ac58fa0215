import type { FileSystem } from '../fileSystem';
import { type FoundGit, gitText, packedRefs } from '../gitDirectory';
import { commitOf, isRefName } from '../refs';
import { taggedBy } from './commit';
import type { History } from './history';
import type { ObjectStore } from './store';

/** The commit that a revision names, or why it names none. */
export type Resolved = { readonly commit: string } | { readonly problem: 'unknown' | 'ambiguous' | 'not a commit' | 'cut' | 'no parent' | 'unsupported' };

/** What reads a repository: its directory, its objects and its commits. */
export interface Repository {
	readonly fs: FileSystem;
	readonly git: FoundGit;
	readonly store: ObjectStore;
	readonly history: History;
}

/** How many refs may name each other, and how many tags. */
const mostSteps = 8;

/** The most steps of `~`. */
const mostParents = 100_000;

/** The commit that a person names as for git (gitrevisions): a branch, a tag, a remote branch, `HEAD` or a hash, and `~2` or `^` behind it. */
export async function resolveRevision(repository: Repository, revision: string): Promise<Resolved> {
	const [, name = '', steps = ''] = /^(.*?)((?:[~^]\d{0,6})*)$/.exec(revision) ?? [];
	if (/@\{|\^|:/.test(name) || name === '') return { problem: 'unsupported' };
	const named = await idOfName(repository, name === '@' ? 'HEAD' : name);
	if (typeof named !== 'string') return named;
	if (commitOf(name.toLowerCase()) !== undefined && !(await repository.store.has(named))) return { problem: 'unknown' };
	let commit = await peeled(repository, named);
	for (const [, kind, digits] of steps.matchAll(/([~^])(\d*)/g)) {
		if (commit === undefined) break;
		const number = digits === '' ? 1 : Number(digits);
		const next = kind === '~' ? await ancestor(repository, commit, number) : await parent(repository, commit, number);
		if (typeof next !== 'string') return next;
		commit = next;
	}
	return commit === undefined ? { problem: 'not a commit' } : { commit };
}

async function ancestor(repository: Repository, commit: string, steps: number): Promise<string | Resolved> {
	let at = commit;
	for (let i = 0; i < Math.min(steps, mostParents); i++) {
		const next = await parent(repository, at, 1);
		if (typeof next !== 'string') return next;
		at = next;
	}
	return at;
}

async function parent({ history }: Repository, commit: string, number: number): Promise<string | Resolved> {
	if (number === 0) return commit;
	const found = (await history.commit(commit)).parents[number - 1];
	return found ?? { problem: history.endsAt(commit) ? 'cut' : 'no parent' };
}

/** The object that a name stands for: a whole hash, else a ref in git's order, else the beginning of a hash. */
async function idOfName(repository: Repository, name: string): Promise<string | Resolved> {
	const whole = commitOf(name.toLowerCase());
	if (whole !== undefined) return whole;
	const refs =
		name === 'HEAD' ? ['HEAD'] : ['', 'refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map(prefix => prefix + name).concat(`refs/remotes/${name}/HEAD`);
	for (const ref of refs) {
		const id = await idOfRef(repository, ref);
		if (id !== undefined) return id;
	}
	if (!/^[0-9a-f]{4,64}$/i.test(name)) return { problem: 'unknown' };
	const [first, second] = await repository.store.startingWith(name.toLowerCase());
	return first === undefined ? { problem: 'unknown' } : second === undefined ? first : { problem: 'ambiguous' };
}

async function idOfRef({ fs, git }: Repository, name: string): Promise<string | undefined> {
	let ref = name;
	for (let i = 0; i < mostSteps; i++) {
		if (ref !== 'HEAD' && !isRefName(ref)) return undefined;
		const text = (await gitText(fs, git.own, ref)) ?? (ref === 'HEAD' ? undefined : await gitText(fs, git.common, ref));
		const other = /^ref: (\S+)\s*$/.exec(text ?? '')?.[1];
		if (other === undefined) return commitOf(text) ?? (await packedRefs(fs, git.common)).find(([, packed]) => packed === ref)?.[0];
		ref = other;
	}
	return undefined;
}

/** The commit that an object is, or that a tag leads to. */
async function peeled({ store }: Repository, id: string): Promise<string | undefined> {
	let at: string | undefined = id;
	for (let i = 0; i < mostSteps && at !== undefined; i++) {
		const { type, bytes } = await store.read(at);
		if (type === 'commit') return at;
		at = type === 'tag' ? taggedBy(bytes) : undefined;
	}
	return undefined;
}
