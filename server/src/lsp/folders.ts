import { rootAbove, rootsBelow } from '../workspace/discover';
import { type FileSystem, joinBelow, parentOf, relativeTo } from '../workspace/fileSystem';
import { looksInto } from '../workspace/interest';

/** The folders that can be roots of plugins for a folder of the workspace: those in and below it, outer ones first, then the one that it lies in. */
export async function rootsOf(fs: FileSystem, folder: string): Promise<{ readonly below: readonly string[]; readonly above: string | undefined }> {
	const parent = parentOf(folder);
	return { below: await rootsBelow(fs, folder), above: parent === undefined ? undefined : await rootAbove(fs, parent) };
}

/** Whether a file or folder below a module's root is part of that module: it is neither skipped nor in a module of its own. */
export async function belongs(fs: FileSystem, root: string, relative: string): Promise<boolean> {
	const parts = relative.split('/');
	if (parts.some(part => !looksInto(part))) return false;
	let directory = root;
	for (const part of parts.slice(0, -1)) {
		directory = joinBelow(directory, part);
		if (await isModule(fs, directory)) return false;
	}
	return true;
}

/** Whether a folder has a go.mod. */
export const isModule = (fs: FileSystem, directory: string): Promise<boolean> =>
	fs.list(directory, directory).then(
		entries => entries.some(entry => entry.name === 'go.mod' && entry.kind === 'file'),
		() => false,
	);

/** Whether a path is a folder, or lies in it. */
export const isIn = (fs: FileSystem, folder: string, path: string): boolean => path === folder || relativeTo(folder, path, fs.foldsCase) !== undefined;

/** The folder of the repository that a path within `.git` is of, where a change of it changes what facts may ask; undefined for any other path. */
export const repositoryOf = (path: string): string | undefined =>
	path.endsWith('.lock') ? undefined : /^(.*)\/\.git(?:\/(?:HEAD|config|packed-refs|refs\/(?:heads|tags)\/.+))?$/.exec(path)?.[1];
