import { nothingRecorded, type Recorded } from '../checklist/item';
import { Database } from '../facts/core/database';
import { grammars as grammarsInput } from '../facts/core/inputs';
import { isPlugin } from '../facts/plugin/plugin';
import type { Grammars } from '../syntax/grammars';
import { type FileSystem, relativeTo } from '../workspace/fileSystem';
import { type Opening, openPlugin } from '../workspace/plugins';
import { isIn } from './folders';
import { Plugin } from './plugin';
import type { SessionHost } from './sessionHost';

/** The modules that were looked at: which are plugins, and which are not. */
export class Roots {
	readonly #host: SessionHost;
	readonly #fs: FileSystem;
	readonly #opening: Opening;
	readonly #plugins = new Map<string, Plugin>();
	/** Modules that are not plugins: they are not loaded again until a file that decides it has changed. */
	readonly #others = new Set<string>();
	/** What people recorded, by root: kept when a plugin disappears with one branch and returns with another. */
	readonly #recorded = new Map<string, Recorded>();

	constructor(host: SessionHost, fs: FileSystem, grammars: Grammars) {
		this.#host = host;
		this.#fs = fs;
		const database = () => {
			const db = new Database(host.environment.computed);
			db.set(grammarsInput, grammars);
			return db;
		};
		this.#opening = { fs, database, isPlugin };
	}

	/** The plugins, sorted by their folders. */
	get plugins(): readonly Plugin[] {
		return [...this.#plugins.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
	}

	/** The folders of modules that are not plugins. */
	get others(): readonly string[] {
		return [...this.#others];
	}

	get(root: string): Plugin | undefined {
		return this.#plugins.get(root);
	}

	/** The plugin of a folder or a file, the innermost; undefined if it is in none. */
	pluginOf(path: string): Plugin | undefined {
		return this.plugins.filter(plugin => isIn(this.#fs, plugin.root, path)).sort((a, b) => b.root.length - a.root.length)[0];
	}

	/** Opens the plugin in a folder unless it is open; gives it where it was not, and whether there is one. */
	async open(root: string): Promise<{ readonly isPlugin: boolean; readonly opened?: Plugin }> {
		if (this.#plugins.has(root)) return { isPlugin: true };
		if (this.#others.has(root)) return { isPlugin: false };
		const folder = await openPlugin(this.#opening, root).catch((error: unknown) => void this.#host.failed(`Reading ${root} failed`, error));
		if (folder === undefined) {
			this.#others.add(root);
			return { isPlugin: false };
		}
		const opened: Plugin = new Plugin(this.#host, folder, milliseconds => this.#host.checked(opened, milliseconds));
		opened.recorded = this.#recorded.get(root) ?? nothingRecorded;
		this.#plugins.set(root, opened);
		return { isPlugin: true, opened };
	}

	/** Ends a plugin. */
	drop(plugin: Plugin): void {
		this.#plugins.delete(plugin.root);
		plugin.dispose();
	}

	/** A module that was not a plugin may be one now; without an argument, all of them. */
	reconsider(root?: string): void {
		if (root === undefined) this.#others.clear();
		else this.#others.delete(root);
	}

	/** Stores what a person recorded about the plugin in a folder; returns the plugin, if there is one. */
	record(root: string, recorded: Recorded): Plugin | undefined {
		const plugin = this.plugins.find(one => one.root === root || relativeTo(one.root, `${root}/`, this.#fs.foldsCase) === '');
		this.#recorded.set(plugin?.root ?? root, recorded);
		if (plugin !== undefined) plugin.recorded = recorded;
		return plugin;
	}
}
