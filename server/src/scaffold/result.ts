import type { Edit } from '../text/edit';

/** A file to write; where there is one of that path already, nothing is to be written at all. */
export interface NewFile {
	/** Relative to the plugin's root, with `/`. */
	readonly path: string;
	readonly text: string;
	readonly executable: boolean;
}

/** What is to be written, what to show first, and what the person does then. */
export interface Scaffold {
	readonly files: readonly NewFile[];
	/** Changes to files that exist. */
	readonly edits: readonly Edit[];
	readonly open: string;
	/** Commands and sentences, in their order. */
	readonly next: readonly string[];
}

/** Why nothing can be made, as a sentence that says what to do instead. */
export interface Refused {
	readonly refused: string;
}

/** The files of a record of texts by path. */
export const filesOf = (texts: Readonly<Record<string, string>>): NewFile[] =>
	Object.entries(texts).map(([path, text]) => ({ path, text, executable: path.endsWith('.sh') }));
