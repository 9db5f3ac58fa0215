import type { Place } from './place';
import type { Span } from './span';

/** Where the text of an edit goes, seen from its place. The last three work on whole lines, and keep the line's indentation. */
export type Where = 'over' | 'before' | 'after' | 'line-before' | 'line-after' | 'over-lines';

/** A change to a file that exists. */
export interface TextEdit {
	readonly kind: 'text';
	readonly at: Place;
	readonly where: Where;
	/** With `\n` at line ends; written with the line ends that the file has. */
	readonly text: string;
}

/** A file to create. An existing file is replaced only with `overwrite`. */
export interface CreateFile {
	readonly kind: 'create';
	readonly path: string;
	readonly text: string;
	readonly executable?: boolean;
	readonly overwrite?: boolean;
}

/** A file to delete. */
export interface DeleteFile {
	readonly kind: 'delete';
	readonly path: string;
}

/** One step of a fix: plain data, applied by the editor or the command line. */
export type Edit = TextEdit | CreateFile | DeleteFile;

const text =
	(where: Where) =>
	(at: Place, text: string): TextEdit => ({ kind: 'text', at, where, text });

/** Replaces the text of a place. */
export const replace = text('over');
/** Puts a text directly before a place. */
export const insertBefore = text('before');
/** Puts a text directly after a place. */
export const insertAfter = text('after');
/** Puts lines above the line on which a place starts, indented as that line is. */
export const insertLineBefore = text('line-before');
/** Puts lines below the line on which a place ends, indented as the line on which it starts is. */
export const insertLineAfter = text('line-after');
/** Removes the lines on which a place stands. */
export const removeLines = (at: Place): TextEdit => ({ kind: 'text', at, where: 'over-lines', text: '' });
/** Puts a text at the end of a file. */
export const append = (path: string, text: string): TextEdit => ({
	kind: 'text',
	at: { path, from: Number.MAX_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER },
	where: 'over',
	text,
});
/** Creates a file with a text. */
export const create = (path: string, text: string, options: { executable?: boolean; overwrite?: boolean } = {}): CreateFile => ({
	kind: 'create',
	path,
	text,
	...options,
});
/** Deletes a file. */
export const remove = (path: string): DeleteFile => ({ kind: 'delete', path });

/** An edit whose place has been turned into offsets. */
export interface OffsetEdit {
	readonly span: Span;
	readonly text: string;
}

/** A text with edits applied; of two overlapping edits, only the one that starts first is applied. */
export function applyEdits(source: string, edits: readonly OffsetEdit[]): string {
	let out = '';
	let done = 0;
	for (const { span, text } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
		if (span.start < done) continue;
		out += source.slice(done, span.start) + text;
		done = span.end;
	}
	return out + source.slice(done);
}
