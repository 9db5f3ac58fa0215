import type { Engine } from '../engine/check';
import { defaultSettings, type Settings } from '../engine/settings';
import { text } from '../facts/core/files';
import type { PluginFolder } from '../workspace/folder';
import { diagnosticsOf } from './diagnostics';
import { Positions } from './positions';

/** Does what the server does after a keystroke, from the new text to the diagnostics; gives how long that took, and how many there are. For benchmarks. */
export class Keystrokes {
	readonly #folder: PluginFolder;
	readonly #engine: Engine;
	readonly #now: () => number;
	readonly #settings: Settings;
	readonly #positions: Positions;

	constructor(folder: PluginFolder, engine: Engine, now: () => number, settings: Settings = defaultSettings) {
		this.#folder = folder;
		this.#engine = engine;
		this.#now = now;
		this.#settings = settings;
		this.#positions = new Positions({ text: path => folder.db.get(text, path) ?? '', lead: () => 0 });
	}

	/** A file of the plugin, relative to its root, has this text now. */
	type(path: string, content: string): { readonly milliseconds: number; readonly findings: number } {
		const before = this.#now();
		this.#folder.open(path, content);
		const read = this.#folder.db.get;
		const report = this.#engine.check(read, this.#settings);
		const byPath = diagnosticsOf(read, report, { positions: this.#positions, rules: this.#engine.rules });
		return { milliseconds: this.#now() - before, findings: [...byPath.values()].reduce((sum, list) => sum + list.length, 0) };
	}
}
