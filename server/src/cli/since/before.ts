import type { Read } from '../../facts/core/database';
import { isLinked } from '../../facts/core/files';
import type { FileState } from '../../facts/core/inputs';
import { dirname, join } from '../../facts/core/paths';
import { decode } from '../../workspace/decode';
import { isOfInterest, largestFile } from '../../workspace/interest';
import { idOf, UnreadObject } from '../../workspace/objects/object';
import type { TreeFile } from '../../workspace/objects/tree';
import type { Base } from './base';

/** How many links may lead to each other. */
const mostLinks = 8;

const encoder = new TextEncoder();

/** The files of a plugin as they were, and as its folder would have read them. */
export class Before {
	readonly #base: Base;
	readonly #read: Read;
	/** The folders in it that are other modules: nothing below them is looked at. */
	readonly #modules: ReadonlySet<string>;

	constructor(read: Read, base: Base) {
		this.#base = base;
		this.#read = read;
		this.#modules = new Set([...base.files.keys()].filter(path => path.endsWith('/go.mod')).map(dirname));
	}

	/** The regular files, without those of other modules and submodules. */
	paths(): string[] {
		return [...this.#base.files].filter(([path, { mode }]) => mode !== link && mode !== submodule && !this.#isOfModule(dirname(path))).map(([path]) => path);
	}

	/** What git had of a file, links followed within the plugin; `elsewhere` if a link led out of it, and if it is of a submodule. */
	async file(path: string): Promise<TreeFile | 'elsewhere' | undefined> {
		if (path === '.git' || this.#isOfSubmodule(path)) return 'elsewhere';
		if (this.#isOfModule(dirname(path)) && !this.#modules.has(dirname(path))) return undefined;
		let at = path;
		for (let i = 0; i < mostLinks; i++) {
			const [linked, target] = (await this.#linkOn(at)) ?? [];
			if (linked === undefined) return this.#base.files.get(at) ?? (i > 0 || isLinked(this.#read, path) ? 'elsewhere' : undefined);
			const next = target === undefined ? undefined : join(dirname(linked), target, at.slice(linked.length));
			if (next === undefined) return 'elsewhere';
			at = next;
		}
		return 'elsewhere';
	}

	/** The text of a blob, or why there is none, with the line ends that the work tree has where git converts them. */
	async state(path: string, { blob }: TreeFile, now: string | undefined): Promise<FileState> {
		if (this.#isOfModule(dirname(path)) || !isOfInterest(path.slice(path.lastIndexOf('/') + 1))) return { unread: true };
		const bytes = await this.#base.store.bytes(blob, 'blob').catch((error: unknown) => {
			if (error instanceof UnreadObject && error.why === 'large') return undefined;
			throw error;
		});
		if (bytes === undefined) return { unreadable: `it has more than ${largestFile} bytes` };
		const state = decode(bytes);
		return 'text' in state && now !== undefined && this.#isConverted(path, state.text, now) ? { text: state.text.replaceAll('\n', '\r\n') } : state;
	}

	/** Whether a file of the work tree still is what a blob has, line ends aside where git converts them. */
	isSame(path: string, { blob }: TreeFile, now: string): boolean {
		return this.id(now) === blob || (this.#isClean(path, now) && this.#base.index.get(path)?.blob === blob);
	}

	/** The name that git gives a text. */
	id(text: string): string {
		const { codec, algorithm } = this.#base.store;
		return idOf(codec, algorithm, { type: 'blob', bytes: encoder.encode(text) });
	}

	/** Whether git took the file, as it is, for one whose line ends it had converted. */
	#isClean(path: string, now: string): boolean {
		const entry = this.#base.index.get(path);
		return entry !== undefined && now.includes('\r\n') && entry.size === encoder.encode(now).length && this.id(now.replaceAll('\r\n', '\n')) === entry.blob;
	}

	/** Whether a text has other line ends than its blob because git converts them. Of a file that is changed and not committed, that is seen by its lines only. */
	#isConverted(path: string, before: string, now: string): boolean {
		if (before.includes('\r') || !now.includes('\r\n')) return false;
		const entry = this.#base.index.get(path);
		return this.#isClean(path, now) || (entry !== undefined && entry.blob !== this.id(now) && !/(?<!\r)\n/.test(now));
	}

	/** The first link on the way to a file, and what it leads to; undefined where there is none. */
	async #linkOn(path: string): Promise<readonly [path: string, target: string | undefined] | undefined> {
		const parts = path.split('/');
		for (let i = 1; i <= parts.length; i++) {
			const at = parts.slice(0, i).join('/');
			const file = this.#base.files.get(at);
			if (file?.mode !== link) continue;
			const state = decode(await this.#base.store.bytes(file.blob, 'blob'));
			return [at, 'text' in state && !state.text.startsWith('/') ? state.text : undefined];
		}
		return undefined;
	}

	#isOfSubmodule(path: string): boolean {
		for (let at = path; at !== ''; at = dirname(at)) if (this.#base.files.get(at)?.mode === submodule) return true;
		return false;
	}

	#isOfModule(directory: string): boolean {
		for (let at = directory; at !== ''; at = dirname(at)) if (this.#modules.has(at)) return true;
		return false;
	}
}

const link = '120000';
const submodule = '160000';
