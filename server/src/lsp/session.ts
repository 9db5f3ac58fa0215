import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { nothingRecorded, type Recorded } from '../checklist/item';
import { Database } from '../facts/database';
import { grammars as grammarsInput } from '../facts/inputs';
import { isPlugin } from '../facts/plugin';
import type { Grammars } from '../syntax/grammars';
import { moduleAbove, modulesBelow } from '../workspace/discover';
import { type FileSystem, parentOf, relativeTo } from '../workspace/fileSystem';
import { looksInto } from '../workspace/interest';
import { type Opening, openPlugin } from '../workspace/plugins';
import { Documents, type OpenDocument } from './documents';
import { belongs, isIn, isModule, modulesOf, repositoryOf } from './folders';
import { paced } from './paced';
import { type Host, Plugin } from './plugin';

/** Where documents opened from outside the workspace are dependencies that somebody reads, not plugins that somebody writes. */
const foreign = /\/(?:pkg\/mod|vendor|node_modules)\//;

/** How a first load is told of. */
export interface Loading {
	found(root: string, done: number, all: number): void;
	end(): void;
}

/** What a session needs of the server. */
export interface SessionHost extends Host {
	/** Asks the client for the settings of a plugin, and gives them to it. */
	configure(plugin: Plugin): Promise<void>;
	loading(): Loading;
	/** The plugins of the workspace are others now. */
	plugins(): void;
}

/** The plugins of a workspace, and which documents are of which. What changes it is done one after the other. */
export class Session {
	readonly documents = new Documents();
	readonly #host: SessionHost;
	readonly #fs: FileSystem;
	readonly #opening: Opening;
	readonly #plugins = new Map<string, Plugin>();
	readonly #places = new Map<OpenDocument, { readonly plugin: Plugin; readonly path: string }>();
	/** Modules that are no plugins: they are not loaded again before something of theirs that could tell has changed. */
	readonly #others = new Set<string>();
	/** Plugins of documents that are in no folder of the workspace, as where there is none. */
	readonly #loose = new Set<string>();
	/** What people recorded, by root: a plugin that goes with a branch and comes back with another has not lost it. */
	readonly #recorded = new Map<string, Recorded>();
	#folders: readonly string[] = [];
	#queue: Promise<void> = Promise.resolve();
	#loaded = false;

	constructor(host: SessionHost, grammars: Grammars) {
		this.#host = host;
		this.#fs = paced(host.environment.fs, host.environment.pace);
		const database = () => {
			const db = new Database(host.environment.computed);
			db.set(grammarsInput, grammars);
			return db;
		};
		this.#opening = { fs: this.#fs, database, isPlugin };
	}

	/** The plugins, sorted by their folders. */
	get plugins(): readonly Plugin[] {
		return [...this.#plugins.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
	}

	/** Whether the workspace has been looked through, and every plugin in it checked at least once. */
	get settled(): boolean {
		return this.#loaded && this.plugins.every(plugin => plugin.report !== undefined);
	}

	/** The plugin of a folder or a file, the innermost; undefined where it is in none. */
	pluginOf(path: string): Plugin | undefined {
		return this.plugins.filter(plugin => isIn(this.#fs, plugin.root, path)).sort((a, b) => b.root.length - a.root.length)[0];
	}

	/** The plugin that a document is of, and its path there. */
	placeOf(uri: string): { readonly plugin: Plugin; readonly path: string } | undefined {
		const document = this.documents.get(uri);
		return document && this.#places.get(document);
	}

	/** Takes in what a person recorded of the plugin in a folder; gives the plugin, where there is one. */
	record(root: string, recorded: Recorded): Plugin | undefined {
		const plugin = this.plugins.find(one => one.root === root || relativeTo(one.root, `${root}/`, this.#fs.foldsCase) === '');
		this.#recorded.set(plugin?.root ?? root, recorded);
		if (plugin !== undefined) plugin.recorded = recorded;
		return plugin;
	}

	/** Resolves when all that came before has been taken in and checked. */
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
			this.#others.clear();
			const before = new Set(this.#plugins.values());
			await this.#rescan();
			for (const plugin of this.#plugins.values()) if (before.has(plugin)) await plugin.reload();
		});
	}

	/** The settings of the editor may be others now. */
	configure(): Promise<void> {
		return this.#then(async () => {
			for (const plugin of this.#plugins.values()) await this.#host.configure(plugin);
		});
	}

	opened(document: OpenDocument): Promise<void> {
		return this.#then(() => this.#place(document));
	}

	/** Takes an edit in at once; where the document has no place yet, it gets one with the text that it has by then. */
	edited(document: OpenDocument): void {
		const place = this.#places.get(document);
		place?.plugin.open(place.path, document);
	}

	closed(document: OpenDocument): Promise<void> {
		return this.#then(async () => {
			const place = this.#unplace(document);
			if (place === undefined) return;
			await place.plugin.close(place.path);
			if (this.#loose.has(place.plugin.root) && !place.plugin.inUse) this.#drop(place.plugin);
		});
	}

	/** Files and folders came, went or changed on disk. */
	watched(events: readonly { readonly path: string; readonly type: FileEvent['type'] }[]): Promise<void> {
		return this.#then(async () => {
			const byPlugin = new Map<Plugin, Set<string>>();
			const note = (plugin: Plugin, path: string) => byPlugin.set(plugin, (byPlugin.get(plugin) ?? new Set()).add(path));
			let rescan = false;
			for (const { path, type } of events) {
				const repository = repositoryOf(path);
				if (repository !== undefined) for (const plugin of this.plugins) if (isIn(this.#fs, repository, plugin.root)) note(plugin, '.git/HEAD');
				if (this.#isSkipped(path)) continue;
				if (await this.#mayChangePlugins(path, type)) rescan = true;
				const at = path.endsWith('/go.mod') && !this.#plugins.has(parentOf(path) as string) ? (parentOf(path) as string) : path;
				const plugin = this.pluginOf(parentOf(at) ?? at);
				const relative = plugin?.folder.relative(at);
				if (plugin && relative && (await belongs(this.#fs, plugin.root, relative))) note(plugin, relative);
			}
			if (rescan) await this.#rescan();
			for (const [plugin, paths] of byPlugin) if (this.#plugins.get(plugin.root) === plugin) await plugin.changed([...paths]);
		});
	}

	/** Whether a path is in a folder that nobody looks into, as seen from the folder of the workspace or the plugin that it is in. */
	#isSkipped(path: string): boolean {
		const below = [...this.#folders, ...this.#plugins.keys()]
			.map(root => relativeTo(root, path, this.#fs.foldsCase))
			.filter(relative => relative !== undefined);
		return below.length > 0 && below.every(relative => relative.split('/').some(part => !looksInto(part)));
	}

	/** Whether an event can make a plugin, or end one; remembers which modules have to be looked at again. */
	async #mayChangePlugins(path: string, type: FileEvent['type']): Promise<boolean> {
		const parent = parentOf(path) ?? path;
		if (path.endsWith('/go.mod')) {
			this.#others.delete(parent);
			return type !== FileChangeType.Changed || !this.#plugins.has(parent);
		}
		if (type === FileChangeType.Deleted) return [...this.#plugins.keys(), ...this.#others].some(root => isIn(this.#fs, path, root));
		if (type !== FileChangeType.Created) return false;
		const other = path.endsWith('.go') ? [...this.#others].find(root => isIn(this.#fs, root, path)) : undefined;
		if (other !== undefined) this.#others.delete(other);
		return other !== undefined || (this.#folders.some(folder => isIn(this.#fs, folder, path)) && (await modulesBelow(this.#fs, path)).length > 0);
	}

	/** Finds the plugins of the folders; opens those that are new, and ends those that are gone. */
	async #rescan(): Promise<void> {
		const loading = this.#host.loading();
		try {
			const wanted = new Set<string>();
			for (const folder of this.#folders) for (const root of await this.#pluginsOf(folder, loading)) wanted.add(root);
			for (const root of this.#loose) if (await isModule(this.#fs, root)) wanted.add(root);
			for (const plugin of this.plugins) if (!wanted.has(plugin.root)) this.#drop(plugin);
			for (const document of this.documents.all()) await this.#place(document);
		} finally {
			this.#loaded = true;
			loading.end();
			this.#host.plugins();
		}
	}

	async #pluginsOf(folder: string, loading: Loading): Promise<string[]> {
		const { below, above } = await modulesOf(this.#fs, folder);
		const found: string[] = [];
		for (const [i, root] of below.entries()) {
			if (!this.#plugins.has(root)) loading.found(root, i, below.length);
			if (await this.#open(root)) found.push(root);
		}
		if (found.length === 0 && above !== undefined && (await this.#open(above))) found.push(above);
		return found;
	}

	/** Opens the plugin in a folder unless it is open; false where the module there is none. */
	async #open(root: string): Promise<boolean> {
		if (this.#plugins.has(root)) return true;
		if (this.#others.has(root)) return false;
		const folder = await openPlugin(this.#opening, root).catch((error: unknown) => void this.#host.failed(`Reading ${root} failed`, error));
		if (folder === undefined) {
			this.#others.add(root);
			return false;
		}
		const plugin = new Plugin(this.#host, folder);
		plugin.recorded = this.#recorded.get(root) ?? nothingRecorded;
		this.#plugins.set(root, plugin);
		for (const document of this.documents.all()) if (isIn(this.#fs, root, document.path)) await this.#place(document);
		await this.#host.configure(plugin);
		return true;
	}

	/** Gives a document to the plugin whose module it is in, and takes it from another. */
	async #place(document: OpenDocument): Promise<void> {
		const plugin = this.pluginOf(document.path) ?? (await this.#openLoose(document));
		const path = plugin?.folder.relative(document.path);
		const place = plugin && path && (await belongs(this.#fs, plugin.root, path)) ? { plugin, path } : undefined;
		const last = this.#places.get(document);
		if (last && (last.plugin !== place?.plugin || last.path !== place.path)) {
			this.#unplace(document);
			await last.plugin.close(last.path);
		}
		if (place === undefined || this.documents.get(document.uri) !== document || this.#places.has(document)) return;
		this.#places.set(document, place);
		place.plugin.open(place.path, document);
	}

	/** The plugin of a document where the workspace has no folder: the one above it. */
	async #openLoose({ path }: OpenDocument): Promise<Plugin | undefined> {
		const parent = parentOf(path);
		if (this.#folders.length > 0 || !this.#loaded || parent === undefined || foreign.test(path)) return undefined;
		const root = await moduleAbove(this.#fs, parent);
		if (root === undefined || !(await this.#open(root))) return undefined;
		this.#loose.add(root);
		this.#host.plugins();
		return this.#plugins.get(root);
	}

	#unplace(document: OpenDocument) {
		const place = this.#places.get(document);
		this.#places.delete(document);
		return place;
	}

	#drop(plugin: Plugin): void {
		this.#plugins.delete(plugin.root);
		this.#loose.delete(plugin.root);
		for (const [document, place] of this.#places) if (place.plugin === plugin) this.#places.delete(document);
		plugin.dispose();
		this.#host.plugins();
	}

	#then(step: () => Promise<void>): Promise<void> {
		const done = this.#queue.then(step).catch((error: unknown) => this.#host.failed('Following the workspace failed', error));
		this.#queue = done;
		return done;
	}
}
