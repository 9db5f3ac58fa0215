import type { Recorded } from '../checklist/item';
import type { Grammars } from '../syntax/grammars';
import { isRoot, rootAbove } from '../workspace/discover';
import { type FileSystem, parentOf } from '../workspace/fileSystem';
import { Documents, type OpenDocument } from './documents';
import { consequencesOf, type DiskEvent } from './events';
import { isIn, rootsOf } from './folders';
import { paced } from './paced';
import { type DocumentPlace, Places } from './places';
import type { Plugin } from './plugin';
import { Roots } from './roots';
import type { Loading, SessionHost } from './sessionHost';

/** Folders of dependencies: documents in them are read, not edited, even if they are plugins. */
const foreign = /\/(?:pkg\/mod|vendor|node_modules)\//;

/** The plugins of a workspace, and which documents are of which. What changes it is done one after the other. */
export class Session {
	readonly documents = new Documents();
	readonly #host: SessionHost;
	readonly #fs: FileSystem;
	readonly #roots: Roots;
	readonly #places: Places;
	/** Plugins of documents that are in no folder of the workspace, as where there is none. */
	readonly #loose = new Set<string>();
	#folders: readonly string[] = [];
	#queue: Promise<void> = Promise.resolve();
	#loaded = false;

	constructor(host: SessionHost, grammars: Grammars) {
		this.#host = host;
		this.#fs = paced(host.environment.fs, host.environment.pace);
		this.#places = new Places(this.#fs);
		this.#roots = new Roots(host, this.#fs, grammars);
	}

	/** The plugins, sorted by their folders. */
	get plugins(): readonly Plugin[] {
		return this.#roots.plugins;
	}

	/** Whether the workspace has been looked through, and every plugin in it checked at least once. */
	get settled(): boolean {
		return this.#loaded && this.plugins.every(plugin => plugin.report !== undefined);
	}

	/** The plugin of a folder or a file, the innermost; undefined if it is in none. */
	pluginOf(path: string): Plugin | undefined {
		return this.#roots.pluginOf(path);
	}

	/** The plugin's file behind a document; undefined if there is none. */
	placeOf(uri: string): DocumentPlace | undefined {
		const document = this.documents.get(uri);
		return document && this.#places.of(document);
	}

	/** Stores what a person recorded about the plugin in a folder; returns the plugin, if there is one. */
	record(root: string, recorded: Recorded): Plugin | undefined {
		return this.#roots.record(root, recorded);
	}

	/** Resolves when all earlier changes have been applied and checked. */
	async idle(): Promise<void> {
		await this.#queue;
		await Promise.all(this.plugins.map(plugin => plugin.idle()));
	}

	/** The folders of the workspace are these now. */
	setFolders(folders: readonly string[]): Promise<void> {
		return this.#then(async () => {
			this.#folders = [...new Set(folders)];
			await this.#rescan();
		});
	}

	/** Reads everything again from disk. */
	reload(): Promise<void> {
		return this.#then(async () => {
			this.#roots.reconsider();
			const before = new Set(this.plugins);
			await this.#rescan();
			for (const plugin of this.plugins) if (before.has(plugin)) await plugin.reload();
		});
	}

	/** The settings of the editor may have changed. */
	configure(): Promise<void> {
		return this.#then(async () => {
			for (const plugin of this.plugins) await this.#host.configure(plugin);
		});
	}

	opened(document: OpenDocument): Promise<void> {
		return this.#then(() => this.#place(document));
	}

	/** Applies an edit at once; a document without a plugin yet gets one later, with its text at that time. */
	edited(document: OpenDocument): void {
		const place = this.#places.of(document);
		place?.plugin.open(place.path, document);
	}

	closed(document: OpenDocument): Promise<void> {
		return this.#then(async () => {
			const place = this.#places.take(document);
			if (place === undefined) return;
			await place.plugin.close(place.path);
			if (this.#loose.has(place.plugin.root) && !place.plugin.inUse) this.#drop(place.plugin);
		});
	}

	/** Files and folders came, went or changed on disk. */
	watched(events: readonly DiskEvent[]): Promise<void> {
		return this.#then(async () => {
			const { rescan, changed } = await consequencesOf(events, this.#fs, this.#roots, this.#folders);
			if (rescan) await this.#rescan();
			for (const [plugin, paths] of changed) if (this.#roots.get(plugin.root) === plugin) await plugin.changed([...paths]);
		});
	}

	/** Finds the plugins of the folders; opens those that are new, and ends those that are gone. */
	async #rescan(): Promise<void> {
		const loading = this.#host.loading();
		try {
			const wanted = new Set<string>();
			for (const folder of this.#folders) for (const root of await this.#pluginsOf(folder, loading)) wanted.add(root);
			for (const root of this.#loose) if (await isRoot(this.#fs, root)) wanted.add(root);
			for (const plugin of this.plugins) if (!wanted.has(plugin.root)) this.#drop(plugin);
			for (const document of this.documents.all()) await this.#place(document);
		} finally {
			this.#loaded = true;
			loading.end();
			this.#tell();
		}
	}

	async #pluginsOf(folder: string, loading: Loading): Promise<string[]> {
		const { below, above } = await rootsOf(this.#fs, folder);
		const found: string[] = [];
		for (const [i, root] of below.entries()) {
			if (this.#roots.get(root) === undefined) loading.found(root, i, below.length);
			if (await this.#open(root)) found.push(root);
		}
		if (found.length === 0 && above !== undefined && (await this.#open(above))) found.push(above);
		return found;
	}

	/** Opens the plugin in a folder unless it is open; false if the module there is none. */
	async #open(root: string): Promise<boolean> {
		const { isPlugin, opened } = await this.#roots.open(root);
		if (opened === undefined) return isPlugin;
		for (const document of this.documents.all()) if (isIn(this.#fs, root, document.path)) await this.#place(document);
		await this.#host.configure(opened);
		return true;
	}

	async #place(document: OpenDocument): Promise<void> {
		const plugin = this.pluginOf(document.path) ?? (await this.#openLoose(document));
		await this.#places.put(document, plugin, () => this.documents.get(document.uri) === document);
	}

	/** The plugin of a document where the workspace has no folder: the one above it. */
	async #openLoose({ path }: OpenDocument): Promise<Plugin | undefined> {
		const parent = parentOf(path);
		if (this.#folders.length > 0 || !this.#loaded || parent === undefined || foreign.test(path)) return undefined;
		const root = await rootAbove(this.#fs, parent);
		if (root === undefined || !(await this.#open(root))) return undefined;
		this.#loose.add(root);
		this.#tell();
		return this.#roots.get(root);
	}

	#drop(plugin: Plugin): void {
		this.#loose.delete(plugin.root);
		this.#places.forget(plugin);
		this.#roots.drop(plugin);
		this.#tell();
	}

	#tell(): void {
		this.#host.plugins(
			this.plugins.map(plugin => plugin.root),
			this.#folders,
		);
	}

	/** Runs a step after the earlier ones, whether or not they failed. */
	#then(step: () => Promise<void>): Promise<void> {
		this.#queue = this.#queue.then(step).catch((error: unknown) => this.#host.failed('Following the workspace failed', error));
		return this.#queue;
	}
}
