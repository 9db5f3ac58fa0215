import type { Database } from '../facts/core/database';
import { type FileState, links, repository } from '../facts/core/inputs';
import { Budget } from './budget';
import { readState } from './decode';
import { depthOf, type FileSystem, joinBelow, relativeTo } from './fileSystem';
import { readRepository } from './git';
import { isOfInterest, looksInto } from './interest';
import { mostEntries, walk } from './walk';

/** How many files are read at the same time. */
const readers = 16;

/**
 * The files of one plugin, kept in step with its database. Documents open in an editor lie over the files on disk.
 * Other modules within the plugin are skipped.
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
	readonly #budget = new Budget();
	/** The links that were followed, to files and to folders. */
	readonly #links = new Set<string>();
	/** What a link may lead to: the work tree that the plugin is in. */
	#within: string;

	/** `isRead` says by its name whether a file is read: the others are known to be there. */
	constructor(fs: FileSystem, root: string, db: Database, isRead = isOfInterest) {
		this.#fs = fs;
		this.#isRead = isRead;
		this.root = root;
		this.#within = root;
		this.db = db;
	}

	/** The files that were set since `seen` was last called. */
	get unseen(): ReadonlySet<string> {
		return this.#unseen;
	}

	/** All changes have been read. */
	seen(): void {
		this.#unseen.clear();
	}

	/** Reads all that facts may ask for. */
	async load(): Promise<void> {
		await this.#readRepository();
		await this.#refreshDirectory('');
	}

	async #readRepository(): Promise<void> {
		const read = await readRepository(this.#fs, this.root);
		this.#within = read.subdirectory === '' ? this.root : this.root.slice(0, this.root.length - read.subdirectory.length - 1) || '/';
		this.db.set(repository, read);
	}

	/** The path of a file relative to the root, in the case in which it is known; undefined if it is not below the root. */
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
		if (path.split('/').some(part => !looksInto(part))) return path.startsWith('.git/') ? this.#readRepository() : undefined;
		const directory = await this.#fs.list(joinBelow(this.root, path), this.#within).then(
			() => true,
			() => false,
		);
		if (directory) return this.#refreshDirectory(path);
		for (const known of [...this.#known]) if (known.startsWith(`${path}/`)) await this.#refreshFile(known);
		await this.#refreshFile(path);
	}

	async #refreshDirectory(directory: string): Promise<void> {
		for (const link of [...this.#links]) if (directory === '' || link === directory || link.startsWith(`${directory}/`)) this.#links.delete(link);
		let room = mostEntries;
		for (const known of this.#known) if (directory !== '' && !known.startsWith(`${directory}/`)) room--;
		const walked = await walk({ fs: this.#fs, root: this.root, within: this.#within, isRead: this.#isRead }, directory, room);
		const found = [...walked.found];
		const states = new Map<string, FileState | undefined>(walked.states);
		for (const link of walked.links) this.#links.add(link);
		const there = new Set([...found, ...states.keys()]);
		for (const known of this.#known) if ((directory === '' || known.startsWith(`${directory}/`)) && !there.has(known)) states.set(known, undefined);
		found.sort((a, b) => depthOf(a) - depthOf(b)); // the budget is spent on files near the root first
		let next = 0;
		const work = async () => {
			for (let path = found[next++]; path !== undefined; path = found[next++]) states.set(path, await this.#read(path));
		};
		await Promise.all(Array.from({ length: Math.min(readers, found.length) }, work));
		this.db.set(links, [...this.#links].sort());
		this.#setAll([...states].filter(([path]) => !this.#open.has(path)));
	}

	async #refreshFile(path: string): Promise<void> {
		const open = this.#open.get(path);
		if (open !== undefined) return;
		const slash = path.lastIndexOf('/');
		const directory = slash === -1 ? this.root : joinBelow(this.root, path.slice(0, slash));
		const entries = await this.#fs.list(directory, this.#within).catch(() => []);
		const entry = entries.find(({ name }) => name === path.slice(slash + 1));
		const state =
			entry?.kind === 'file' ? await this.#read(path) : entry?.kind === 'barred' && this.#isRead(entry.name) ? { unreadable: entry.reason } : undefined;
		if (!this.#open.has(path)) this.#set(path, state);
	}

	async #read(path: string): Promise<FileState> {
		if (!this.#isRead(path.slice(path.lastIndexOf('/') + 1))) return { unread: true };
		return this.#budget.take(path, await readState(this.#fs, joinBelow(this.root, path)));
	}

	#set(path: string, state: FileState | undefined): void {
		this.#setAll([[path, state]]);
	}

	#setAll(states: readonly (readonly [path: string, state: FileState | undefined])[]): void {
		for (const [path, state] of states) {
			this.#unseen.add(path);
			if (state === undefined) this.#budget.free(path);
			if (state === undefined) this.#known.delete(path);
			else this.#known.add(path);
			if (state === undefined) this.#folded.delete(path.toLowerCase());
			else this.#folded.set(path.toLowerCase(), path);
		}
		this.db.setFiles(states);
	}
}
