import { type FileSystem, joinBelow, parentOf, relativeTo } from './fileSystem';
import { looksInto } from './interest';
import { isGoMod, isProject, looksLikePlugin, Search, surroundingsOf } from './withoutModule';

/** How deep below a folder plugins are searched for. */
const deepest = 8;

/**
 * The folders in and below a folder that can be roots of plugins, sorted, outer ones first: those with a go.mod, and outside of modules those
 * whose Go files import Packer's packages, as plugins did before there were modules.
 */
export async function rootsBelow(fs: FileSystem, folder: string): Promise<string[]> {
	const found = new Set<string>();
	const search = new Search(fs);
	/** `project` is what Go files count for: undefined in a module. It is settled in a work tree, or where its own files show it. */
	const walk = async (directory: string, depth: number, project: string | undefined, settled: boolean): Promise<void> => {
		const entries = await fs.list(directory, folder).catch(() => []);
		const isOwn = project !== undefined && (entries.some(entry => entry.name === '.git') || (!settled && isProject(entries)));
		const own = entries.some(isGoMod) ? undefined : isOwn ? directory : project;
		if (own === undefined && entries.some(isGoMod)) found.add(directory);
		if (own !== undefined && !found.has(own) && isWithin(fs, folder, own) && (await search.hasPlugin(directory, entries, own))) found.add(own);
		if (depth === deepest) return;
		for (const { name, kind } of entries)
			if (kind === 'directory' && looksInto(name) && name !== 'testdata') await walk(joinBelow(directory, name), depth + 1, own, settled || isOwn);
	};
	const { inModule, workTree, project } = await surroundingsOf(fs, folder);
	await walk(folder, 0, inModule ? undefined : workTree === undefined ? folder : project, workTree !== undefined);
	return [...found].sort();
}

/** The nearest folder, from a folder upwards, that can be the root of a plugin: one with a go.mod, else a project whose Go files import Packer's packages. */
export async function rootAbove(fs: FileSystem, folder: string): Promise<string | undefined> {
	for (let directory: string | undefined = folder; directory !== undefined; directory = parentOf(directory))
		if ((await fs.list(directory, directory).catch(() => [])).some(isGoMod)) return directory;
	const { project } = await surroundingsOf(fs, folder);
	return project !== undefined && (await looksLikePlugin(fs, project)) ? project : undefined;
}

/** Whether a folder can be the root of a plugin. */
export const isRoot = async (fs: FileSystem, folder: string): Promise<boolean> => (await rootAbove(fs, folder)) === folder;

const isWithin = (fs: FileSystem, folder: string, path: string) => path === folder || relativeTo(folder, path, fs.foldsCase) !== undefined;
