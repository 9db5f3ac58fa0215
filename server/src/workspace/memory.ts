import type { DirectoryEntry, FileSystem } from './fileSystem';

/** A file system in memory, for tests: files by absolute path. A value that is an error cannot be read. */
export class MemoryFileSystem implements FileSystem {
	readonly foldsCase: boolean;
	readonly #files: Map<string, string | Uint8Array | Error>;

	constructor(files: Readonly<Record<string, string | Uint8Array | Error>>, options: { readonly foldsCase?: boolean } = {}) {
		this.foldsCase = options.foldsCase ?? false;
		this.#files = new Map(Object.entries(files));
	}

	/** Writes or removes a file. */
	set(path: string, content: string | Uint8Array | Error | undefined): void {
		if (content === undefined) this.#files.delete(path);
		else this.#files.set(path, content);
	}

	async list(directory: string): Promise<readonly DirectoryEntry[]> {
		const prefix = directory.endsWith('/') ? directory : `${directory}/`;
		const entries = new Map<string, DirectoryEntry>();
		for (const path of this.#files.keys()) {
			if (!path.startsWith(prefix)) continue;
			const [name, ...rest] = path.slice(prefix.length).split('/') as [string, ...string[]];
			entries.set(name, { name, kind: rest.length > 0 ? 'directory' : 'file' });
		}
		if (entries.size === 0) throw new Error('no such directory');
		return [...entries.values()];
	}

	async real(path: string): Promise<string> {
		return path;
	}

	async read(path: string, limit: number): Promise<Uint8Array> {
		const content = this.#files.get(path);
		if (content === undefined) throw new Error('no such file');
		if (content instanceof Error) throw content;
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		if (bytes.length > limit) throw new Error(`larger than ${limit} bytes`);
		return bytes;
	}
}
