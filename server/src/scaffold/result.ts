import type { Edit } from '../text/edit';

/** A file to write. If one with this path exists, no file is written. */
export interface NewFile {
	/** Relative to the plugin's root, with `/`. */
	readonly path: string;
	readonly text: string;
	readonly executable: boolean;
}

/** What to write, which file to open first, and the next steps. */
export interface Scaffold {
	readonly files: readonly NewFile[];
	/** Changes to files that exist. */
	readonly edits: readonly Edit[];
	readonly open: string;
	/** Commands and sentences, in order. */
	readonly next: readonly string[];
}

/** Why scaffolding is not possible, and what to do instead. */
export interface Refused {
	readonly refused: string;
}

/** Files from texts by path. */
export const filesOf = (texts: Readonly<Record<string, string>>): NewFile[] =>
	Object.entries(texts).map(([path, text]) => ({ path, text, executable: path.endsWith('.sh') }));
