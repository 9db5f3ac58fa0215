import type { Reading } from '../published/github';
import type { Grammars } from '../syntax/grammars';
import type { FileSystem } from '../workspace/fileSystem';
import type { Codec } from '../workspace/objects/object';
import type { Written } from './channels/written';
import type { Tool } from './tool';

/** Where text goes: a terminal, a pipe or a file. */
export interface Output {
	/** Whether this is a terminal that shows colors, and colors are not disabled. */
	readonly colors: boolean;
	write(text: Written): void;
}

/** What is at a path, after following links. */
export type PathKind = 'file' | 'folder' | 'missing';

/** The disk, as far as commands change it. Paths are absolute, with `/`. Calls reject with a reason a person can read. */
export interface Writer {
	/** What is at a path. */
	kind(path: string): Promise<PathKind>;
	/** The real path: links resolved; folders that do not exist yet stay as given. */
	real(path: string): Promise<string>;
	/** Writes a whole file in one step, and keeps the mode of an existing one; `folders` creates missing parents. */
	write(path: string, bytes: Uint8Array, options?: { readonly executable?: boolean; readonly folders?: boolean }): Promise<void>;
	/** Deletes a file. */
	remove(path: string): Promise<void>;
}

/** Everything outside the program that a command may use. The composition root makes it; tests make their own. */
export interface Environment {
	/** The arguments after the program's name. */
	readonly arguments: readonly string[];
	readonly tool: Tool;
	readonly stdout: Output;
	readonly stderr: Output;
	readonly files: FileSystem;
	readonly writer: Writer;
	/** The Go module cache, if there is one. Sources of other modules are read from it and never downloaded. */
	readonly moduleCache?: string;
	/** Unpacks and names git's objects; nothing but `check --since` uses it. */
	readonly objects: () => Promise<Codec>;
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
	/** Reads published releases over the network; nothing but `release --live` uses it. */
	readonly network: Omit<Reading, 'date'>;
	/** Serves the language server on standard input and output until the client leaves. */
	readonly serve: () => Promise<void>;
}
