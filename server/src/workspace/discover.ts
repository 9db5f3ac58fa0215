import { type FileSystem, joinBelow, parentOf } from './fileSystem';
import { looksInto } from './interest';

/** How deep below a folder modules are looked for. */
const deepest = 8;

/** The folders with a go.mod in and below a folder, sorted, outer ones first; each is the root of a module. */
export async function modulesBelow(fs: FileSystem, folder: string): Promise<string[]> {
	const found: string[] = [];
	const walk = async (directory: string, depth: number): Promise<void> => {
		const entries = await fs.list(directory, folder).catch(() => []);
		if (entries.some(entry => entry.name === 'go.mod' && entry.kind === 'file')) found.push(directory);
		if (depth === deepest) return;
		for (const { name, kind } of entries) if (kind === 'directory' && looksInto(name) && name !== 'testdata') await walk(joinBelow(directory, name), depth + 1);
	};
	await walk(folder, 0);
	return found.sort();
}

/** The nearest folder with a go.mod, from a folder upwards; undefined if there is none. */
export async function moduleAbove(fs: FileSystem, folder: string): Promise<string | undefined> {
	for (let directory: string | undefined = folder; directory !== undefined; directory = parentOf(directory)) {
		const entries = await fs.list(directory, directory).catch(() => []);
		if (entries.some(entry => entry.name === 'go.mod' && entry.kind === 'file')) return directory;
	}
	return undefined;
}
