import type { Database } from '../facts/core/database';
import { type FileState, repository } from '../facts/core/inputs';
import { readState } from './decode';
import { type FileSystem, joinBelow, relativeTo } from './fileSystem';
import { readRepository } from './git';
import { isOfInterest, looksInto } from './interest';

/** How many files are read at the same time. */
const readers = 16;

/**
 * The files of one plugin, kept in step with its database. Documents open in an editor lie over the files on disk.
 * Other modules within the plugin are left out: they are none of its business.
 */
export class PluginFolder {
	readonly root: string;
	readonly db: Database;
	readonly #fs: FileSystem;
	readonly #isRead: (name: string) => boolean;
	readonly #open = new Map<string, string>();
	readonly #known = new Set<string>();
	readonly #folded = new Map<string, string>();
	readonly #unseen = new Set<string>();

	/** `isRead` says by its name whether a file is read: the others are known to be there. */
	constructor(fs: FileSystem, root: string, db: Database, isRead = isOfInterest) {
		this.#fs = fs;
		this.#isRead = isRead;
		this.root = root;
		this.db = db;
	}

	/** The files that were set since `seen` was last called. */
	get unseen(): ReadonlySet<string> {
		return this.#unseen;
	}

	/** Whoever follows what changes has looked at all of them. */
	seen(): void {
		this.#unseen.clear();
	}

	/** Reads all that facts may ask for. */
	async load(): Promise<void> {
		this.db.set(repository, await readRepository(this.#fs, this.root));
		await this.#refreshDirectory('');
	}

	/** The path of a file relative to the root, in the case in which it is known; undefined where it is not below the root. */
	relative(path: string): string | undefined {
		const below = relativeTo(this.root, path, this.#fs.foldsCase);
		return below === undefined || !this.#fs.foldsCase ? below : (this.#folded.get(below.toLowerCase()) ?? below);
	}

	/** A document was opened or edited: its text counts, whatever is on disk. */
	open(path: string, text: string): void {
		this.#open.set(path, text);
		this.#set(path, { text });
	}

	/** A document was closed: what is on disk counts again. */
	async close(path: string): Promise<void> {
		this.#open.delete(path);
		await this.#refreshFile(path);
	}

	/** Something happened to a file or a folder on disk. */
	async changed(path: string): Promise<void> {
		if (path.split('/').some(part => !looksInto(part)))
			return path.startsWith('.git/') ? void this.db.set(repository, await readRepository(this.#fs, this.root)) : undefined;
		const directory = await this.#fs.list(joinBelow(this.root, path), this.root).then(
			() => true,
			() => false,
		);
		if (directory) return this.#refreshDirectory(path);
		for (const known of [...this.#known]) if (known.startsWith(`${path}/`)) await this.#refreshFile(known);
		await this.#refreshFile(path);
	}

	async #refreshDirectory(directory: string): Promise<void> {
		const found: string[] = [];
		await this.#walk(directory, found);
		const there = new Set(found);
		const states = new Map<string, FileState | undefined>();
		for (const known of this.#known) if ((directory === '' || known.startsWith(`${directory}/`)) && !there.has(known)) states.set(known, undefined);
		let next = 0;
		const work = async () => {
			for (let path = found[next++]; path !== undefined; path = found[next++]) states.set(path, await this.#read(path));
		};
		await Promise.all(Array.from({ length: Math.min(readers, found.length) }, work));
		this.#setAll([...states].filter(([path]) => !this.#open.has(path)));
	}

	async #walk(directory: string, found: string[]): Promise<void> {
		const absolute = directory === '' ? this.root : joinBelow(this.root, directory);
		const entries = await this.#fs.list(absolute, this.root).catch((error: unknown) => {
			this.#set(directory === '' ? '.' : directory, { unreadable: reason(error) });
			return [];
		});
		if (directory !== '' && entries.some(entry => entry.name === 'go.mod')) return;
		const folders: string[] = [];
		for (const { name, kind } of entries) {
			const path = directory === '' ? name : `${directory}/${name}`;
			if (kind === 'file') found.push(path);
			else if (kind === 'directory' && looksInto(name)) folders.push(path);
		}
		for (const folder of folders) await this.#walk(folder, found);
	}

	async #refreshFile(path: string): Promise<void> {
		const open = this.#open.get(path);
		if (open !== undefined) return;
		const slash = path.lastIndexOf('/');
		const directory = slash === -1 ? this.root : joinBelow(this.root, path.slice(0, slash));
		const entries = await this.#fs.list(directory, this.root).catch(() => []);
		const there = entries.some(entry => entry.kind === 'file' && entry.name === path.slice(slash + 1));
		const state = there ? await this.#read(path) : undefined;
		if (!this.#open.has(path)) this.#set(path, state);
	}

	async #read(path: string): Promise<FileState> {
		if (!this.#isRead(path.slice(path.lastIndexOf('/') + 1))) return { unread: true };
		return readState(this.#fs, joinBelow(this.root, path));
	}

	#set(path: string, state: FileState | undefined): void {
		this.#setAll([[path, state]]);
	}

	#setAll(states: readonly (readonly [path: string, state: FileState | undefined])[]): void {
		for (const [path, state] of states) {
			this.#unseen.add(path);
			if (state === undefined) this.#known.delete(path);
			else this.#known.add(path);
			if (state === undefined) this.#folded.delete(path.toLowerCase());
			else this.#folded.set(path.toLowerCase(), path);
		}
		this.db.setFiles(states);
	}
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
