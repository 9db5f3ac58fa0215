import { type FileSystem, joinBelow, parentOf, relativeTo, resolveFrom } from './fileSystem';

/** The largest of git's own files that is read, in bytes: of a repository with a hundred thousand tags, packed-refs has six million. */
export const largestOfGit = 8 * 1024 * 1024;

/** The longest path or address in git's files that is used: no system has longer paths. */
const longest = 4096;

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
	return link === undefined || link.length > longest ? undefined : linked(fs, directory, resolveFrom(directory, link));
}

/**
 * The git directory that a `.git` file names, if that is the git directory of this folder: anyone can write a path into a file. That of a work tree
 * names the `.git` file in `gitdir`, that of a submodule the folder in its configuration.
 */
async function linked(fs: FileSystem, directory: string, own: string): Promise<GitDirectory | undefined> {
	const shared = (await gitText(fs, own, 'commondir'))?.trim();
	if (shared !== undefined) {
		if (shared.length > longest) return undefined;
		const common = resolveFrom(own, shared);
		const back = (await gitText(fs, own, 'gitdir'))?.trim();
		const isOurs = back !== undefined && back.length <= longest && (await isSame(fs, resolveFrom(own, back), joinBelow(directory, '.git')));
		return isOurs && (await isSame(fs, parentOf(own) ?? own, joinBelow(common, 'worktrees'))) ? { own, common } : undefined;
	}
	const workTree = setting((await gitText(fs, own, 'config')) ?? '', 'core', 'worktree')?.replace(/^"|"$/g, '');
	return workTree !== undefined && (await isSame(fs, resolveFrom(own, workTree), directory)) ? { own, common: own } : undefined;
}

async function isSame(fs: FileSystem, a: string, b: string): Promise<boolean> {
	const real = (path: string) => fs.real(path).catch(() => path);
	return (await real(a)) === (await real(b));
}

/** A setting in a section of git's configuration, by the section's heading; undefined where there is none, or it is longer than any that is used. */
export function setting(config: string, heading: string, name: string): string | undefined {
	const lines = config.split('\n').map(line => line.trim());
	const from = lines.indexOf(`[${heading}]`);
	if (from === -1) return undefined;
	for (const line of lines.slice(from + 1)) {
		if (line.startsWith('[')) return undefined;
		const equals = line.indexOf('=');
		if (equals === -1 || line.slice(0, equals).trimEnd() !== name) continue;
		const value = line.slice(equals + 1).trimStart();
		if (value !== '') return value.length > longest ? undefined : value;
	}
	return undefined;
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
