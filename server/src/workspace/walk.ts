import type { FileState } from '../facts/core/inputs';
import { type DirectoryEntry, depthOf, type FileSystem, joinBelow } from './fileSystem';
import { looksInto } from './interest';

/** The maximum depth of folders: no plugin is deeper, and facts about folders read those below. */
const deepest = 64;

/** How many files and folders of a plugin are listed: six times what the largest has with what it vendors. What is over that is said. */
export const mostEntries = 20_000;

/** A plugin whose folders are walked. */
interface Walked {
	readonly fs: FileSystem;
	readonly root: string;
	/** What a link may lead to. */
	readonly within: string;
	/** Whether a file is read, by its name. */
	readonly isRead: (name: string) => boolean;
}

/** What a walk finds. */
export interface Walk {
	/** The files, to be read. */
	readonly found: readonly string[];
	/** What is known without reading: that a folder or a file cannot be read, and why. */
	readonly states: ReadonlyMap<string, FileState>;
	/** The links that were followed. */
	readonly links: readonly string[];
}

/**
 * Collects the files in a folder of a plugin and below it, at most `room` entries. Folders near the root come first, so that where there are too
 * many files, a large folder hides little.
 */
export async function walk({ fs, root, within, isRead }: Walked, top: string, room: number): Promise<Walk> {
	const found: string[] = [];
	const states = new Map<string, FileState>();
	const links: string[] = [];
	const folders = [top];
	let left = Math.max(0, room);
	for (let i = 0; i < folders.length; i++) {
		const directory = folders[i] as string;
		const entries = await fs.list(directory === '' ? root : joinBelow(root, directory), within).catch((error: unknown) => {
			states.set(directory === '' ? '.' : directory, { unreadable: error instanceof Error ? error.message : String(error) });
			return [];
		});
		if (directory !== '' && entries.some(entry => entry.name === 'go.mod')) {
			states.set(`${directory}/go.mod`, { unread: true }); // another module: that it is there is all that is known of it
			continue;
		}
		if (entries.length > left) states.set('.', { unreadable: `the plugin has more than ${mostEntries} files and folders` });
		const kept = entries.length > left ? firstOf(entries, left, isRead) : entries;
		left -= kept.length;
		for (const entry of kept) {
			const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
			if (entry.kind !== 'barred' && entry.linked && (entry.kind === 'file' || looksInto(entry.name))) links.push(path);
			if (entry.kind === 'file') found.push(path);
			else if (entry.kind === 'barred') {
				if (entry.directory ? looksInto(entry.name) : isRead(entry.name)) states.set(path, { unreadable: entry.reason });
			} else if (looksInto(entry.name)) {
				if (depthOf(path) >= deepest) states.set(path, { unreadable: `it is more than ${deepest} folders deep` });
				else folders.push(path);
			}
		}
	}
	return { found, states, links };
}

/** The first entries of a folder: the files that are read, then all others, each by name, whatever their order on disk. */
function firstOf(entries: readonly DirectoryEntry[], count: number, isRead: Walked['isRead']): readonly DirectoryEntry[] {
	const rank = ({ name, kind }: DirectoryEntry) => `${kind !== 'directory' && isRead(name) ? 0 : 1}${name}`;
	return [...entries].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, count);
}
