import type { DirectoryEntry, FileSystem } from './fileSystem';

/** A file system that lists each directory once, for a program that looks for plugins, reads them, and is done. */
export function remembered(fs: FileSystem): FileSystem {
	const listed = new Map<string, Promise<readonly DirectoryEntry[]>>();
	return {
		foldsCase: fs.foldsCase,
		list(directory, root) {
			const key = `${directory}\0${root}`;
			const found = listed.get(key) ?? fs.list(directory, root);
			listed.set(key, found);
			return found;
		},
		read: (path, limit) => fs.read(path, limit),
		real: path => fs.real(path),
		...(fs.plainText ? { plainText: fs.plainText.bind(fs) } : {}),
		...(fs.part ? { part: fs.part.bind(fs) } : {}),
	};
}
