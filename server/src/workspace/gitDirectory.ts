import { type FileSystem, joinBelow, parentOf, relativeTo, resolveFrom } from './fileSystem';

/** The largest of git's own files that is read, in bytes: of a repository with a hundred thousand tags, packed-refs has six million. */
export const largestOfGit = 8 * 1024 * 1024;

/** The git directory of a work tree. */
export interface GitDirectory {
	/** What it has for itself: `HEAD` and the index. */
	readonly own: string;
	/** Where a work tree shares its references and configuration. */
	readonly common: string;
}

/** A git directory, and where a folder lies in its work tree: `''` at its top. */
export interface FoundGit extends GitDirectory {
	readonly subdirectory: string;
}

/** The git directory of the work tree that a folder is in. */
export async function gitAbove(fs: FileSystem, folder: string): Promise<FoundGit | undefined> {
	for (let directory: string | undefined = folder; directory !== undefined; directory = parentOf(directory)) {
		const git = await gitDirectory(fs, directory);
		if (git !== undefined) return { ...git, subdirectory: relativeTo(directory, folder, fs.foldsCase) ?? '' };
	}
	return undefined;
}

async function gitDirectory(fs: FileSystem, directory: string): Promise<GitDirectory | undefined> {
	const path = joinBelow(directory, '.git');
	// A link to another git directory is as easily made as a path is written.
	if (!(await isWithin(fs, directory, '.git'))) return undefined;
	if ((await gitText(fs, path, 'config')) !== undefined) return { own: path, common: path };
	const link = /^gitdir: (.+)$/m.exec((await gitText(fs, directory, '.git')) ?? '')?.[1]?.trim();
	return link === undefined ? undefined : linked(fs, directory, resolveFrom(directory, link));
}

/**
 * The git directory that a `.git` file names, if that is the git directory of this folder: anyone can write a path into a file. That of a work tree
 * names the `.git` file in `gitdir`, that of a submodule the folder in its configuration.
 */
async function linked(fs: FileSystem, directory: string, own: string): Promise<GitDirectory | undefined> {
	const shared = (await gitText(fs, own, 'commondir'))?.trim();
	if (shared !== undefined) {
		const common = resolveFrom(own, shared);
		const back = (await gitText(fs, own, 'gitdir'))?.trim();
		const isOurs = back !== undefined && (await isSame(fs, resolveFrom(own, back), joinBelow(directory, '.git')));
		return isOurs && (await isSame(fs, parentOf(own) ?? own, joinBelow(common, 'worktrees'))) ? { own, common } : undefined;
	}
	const workTree = /^\s*worktree\s*=\s*"?(.+?)"?\s*$/m.exec(section((await gitText(fs, own, 'config')) ?? '', 'core'))?.[1];
	return workTree !== undefined && (await isSame(fs, resolveFrom(own, workTree), directory)) ? { own, common: own } : undefined;
}

async function isSame(fs: FileSystem, a: string, b: string): Promise<boolean> {
	const real = (path: string) => fs.real(path).catch(() => path);
	return (await real(a)) === (await real(b));
}

/** The lines of a section of git's configuration, by its heading. */
export function section(config: string, heading: string): string {
	const lines = config.split('\n');
	const from = lines.findIndex(line => line.trim() === `[${heading}]`);
	const more = from === -1 ? [] : lines.slice(from + 1);
	const to = more.findIndex(line => /^\s*\[/.test(line));
	return (to === -1 ? more : more.slice(0, to)).join('\n');
}

/** The refs in `packed-refs`, with what each names. */
export async function packedRefs(fs: FileSystem, git: string): Promise<Array<[commit: string, name: string]>> {
	return [...((await gitText(fs, git, 'packed-refs')) ?? '').matchAll(/^([0-9a-f]{40}(?:[0-9a-f]{24})?) (\S+)$/gm)].map(m => [m[1] as string, m[2] as string]);
}

/** The text of a file below a directory; undefined if there is none, or a link on the way leads out. An unreadable file of git counts as missing. */
export async function gitText(fs: FileSystem, directory: string, path: string): Promise<string | undefined> {
	const bytes = await gitBytes(fs, directory, path);
	return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** The bytes of a file below a directory, as `gitText`. */
export async function gitBytes(fs: FileSystem, directory: string, path: string): Promise<Uint8Array | undefined> {
	if (!(await isWithin(fs, directory, path))) return undefined;
	return fs.read(joinBelow(directory, path), largestOfGit).catch(() => undefined);
}

/** Whether what is at a path below a directory really lies below it, links resolved. */
export async function isWithin(fs: FileSystem, directory: string, path: string): Promise<boolean> {
	try {
		return relativeTo(await fs.real(directory), await fs.real(joinBelow(directory, path)), fs.foldsCase) !== undefined;
	} catch {
		return false;
	}
}
