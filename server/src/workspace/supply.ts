import type { Fact } from '../facts/core/database';
import { packageSources, sdkPartialText } from '../facts/core/otherModules';
import { readState } from './decode';
import { type FileSystem, joinBelow, relativeTo } from './fileSystem';
import type { PluginFolder } from './folder';

/** A file of another module that facts ask for: the key of an input, and where it may be below the module cache. */
export interface Wanted {
	readonly input: 'packageSources' | 'sdkPartialText';
	readonly key: string;
	readonly paths: readonly string[];
}

/** The SDK's partials in its module, as vendoring copies them. */
const partials = 'github.com/hashicorp/packer-plugin-sdk/cmd/packer-sdc/internal/renderdocs/docs-partials';

/** Who is supplied: the folder of a plugin, and its database. */
type Supplied = Pick<PluginFolder, 'root' | 'db'>;

/** One package may lead to another; no plugin needs more rounds than this. */
const mostRounds = 8;

/**
 * Gives a plugin's facts the files of other modules that they ask for: from its `vendor` folder, else from the Go module cache of this machine.
 * Nothing is downloaded, and no tool is run. What was looked for once is not looked for again until the folder is read again.
 */
export class Supplies {
	readonly #fs: FileSystem;
	readonly #moduleCache: string | undefined;
	readonly #tried = new Set<string>();

	/** `moduleCache` is what `go env GOMODCACHE` would say; undefined if there is none. */
	constructor(fs: FileSystem, moduleCache: string | undefined) {
		this.#fs = fs;
		this.#moduleCache = moduleCache;
	}

	/** The requested files that were not searched yet; none where asking fails, which the rules that read the same facts report. */
	missing(folder: Supplied, wanted: Fact<readonly Wanted[]>): readonly Wanted[] {
		let all: readonly Wanted[];
		try {
			all = folder.db.get(wanted);
		} catch {
			return [];
		}
		return all.filter(({ input, key }) => !this.#tried.has(`${input} ${key}`));
	}

	/** Searches the requested files that were not searched yet. */
	async hand(folder: Supplied, wanted: Fact<readonly Wanted[]>): Promise<void> {
		for (let round = 0; round < mostRounds; round++) {
			const missing = this.missing(folder, wanted);
			if (missing.length === 0) return;
			for (const one of missing) {
				this.#tried.add(`${one.input} ${one.key}`);
				await this.#handOne(folder, one);
			}
		}
	}

	async #handOne(folder: Supplied, { input, key, paths }: Wanted): Promise<void> {
		if (![key, ...paths].every(isBelow)) return; // written to lead elsewhere: Go refuses such an import
		const vendored = [joinBelow(folder.root, 'vendor'), input === 'packageSources' ? key : `${partials}/${key}`] as const;
		const cache = this.#moduleCache;
		for (const [top, path] of [vendored, ...(cache === undefined ? [] : paths.map(path => [cache, path] as const))]) {
			const place = joinBelow(top, path);
			if (!(await this.#isInside(top === cache ? top : folder.root, place))) continue;
			if (input === 'packageSources') {
				const sources = await this.#package(place);
				if (sources.length === 0) continue;
				folder.db.set(packageSources, sources, key);
				return;
			}
			const text = await this.#text(place);
			if (text === undefined) continue;
			folder.db.set(sdkPartialText, text, key);
			return;
		}
	}

	/** Whether a path, if it exists, really is in a folder: `vendor` may be a link to anywhere. */
	async #isInside(folder: string, place: string): Promise<boolean> {
		const [top, real] = await Promise.all([this.#fs.real(folder), this.#fs.real(place)]).catch(() => [undefined, undefined]);
		return top !== undefined && real !== undefined && relativeTo(top, real, false) !== undefined;
	}

	async #package(folder: string): Promise<string[]> {
		const entries = await this.#fs.list(folder, folder).catch(() => []);
		const files = entries.filter(({ name, kind }) => kind === 'file' && name.endsWith('.go') && !name.endsWith('_test.go') && !name.endsWith('.hcl2spec.go'));
		const texts = await Promise.all(files.map(({ name }) => this.#text(joinBelow(folder, name))));
		return texts.filter(text => text !== undefined);
	}

	/** An unreadable file of another module: the types in it stay unknown, and are reported as such. */
	async #text(path: string): Promise<string | undefined> {
		const state = await readState(this.#fs, path);
		return 'text' in state ? state.text : undefined;
	}
}

/** Whether a path stays below the folder that it is relative to. */
const isBelow = (path: string) => path.split(/[\\/]/).every(part => part !== '' && part !== '.' && part !== '..');
