import type { Grammars } from '../syntax/grammars';
import type { FileSystem } from '../workspace/fileSystem';
import type { Tool } from './tool';

/** Where text goes: a terminal, a pipe or a file. */
export interface Output {
	/** Whether it is a terminal that shows colors, and nobody asked for none. */
	readonly colors: boolean;
	write(text: string): void;
}

/** What a path leads to, links followed. */
export type PathKind = 'file' | 'folder' | 'missing';

/** The disk, as far as commands change it. Paths are absolute, with `/`. Each call rejects with a reason a person can read. */
export interface Writer {
	/** What is at a path. */
	kind(path: string): Promise<PathKind>;
	/** Where a path really is: links resolved, those of folders that do not exist yet left as they are. */
	real(path: string): Promise<string>;
	/** Writes a whole file or none of it, in one step, keeping the mode of one that exists; `folders` makes those above it. */
	write(path: string, bytes: Uint8Array, options?: { readonly executable?: boolean; readonly folders?: boolean }): Promise<void>;
	/** Deletes a file. */
	remove(path: string): Promise<void>;
}

/** All that a command may touch. The composition root makes it; tests make their own. */
export interface Environment {
	/** What stands after the program's name. */
	readonly arguments: readonly string[];
	readonly tool: Tool;
	readonly stdout: Output;
	readonly stderr: Output;
	readonly files: FileSystem;
	readonly writer: Writer;
	/** The Go module cache, where there may be one: sources of other modules are read from it, never fetched. */
	readonly moduleCache?: string;
	/** The absolute path of one given on the command line, with `/`. */
	readonly absolute: (path: string) => string;
	readonly grammars: () => Promise<Grammars>;
	/** The rules' pages in Markdown, by the rules' ids. */
	readonly pages: () => Promise<Readonly<Record<string, string>>>;
	/** The time now, as ISO 8601. */
	readonly date: () => string;
	/** Milliseconds of a clock that only goes forward. */
	readonly now: () => number;
	/** Milliseconds since the process began. */
	readonly running: () => number;
	/** Serves the language server on standard input and output until the client leaves. */
	readonly serve: () => Promise<void>;
}
