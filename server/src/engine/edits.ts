import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { locate } from '../facts/places/locate';
import type { CreateFile, DeleteFile, Edit, OffsetEdit, TextEdit } from '../text/edit';
import { lineEndOf } from '../text/lines';
import type { Fix } from './rule';

/** An edit with offsets instead of nodes, with the file's own line endings. */
export type ResolvedEdit = ({ readonly kind: 'text'; readonly path: string } & OffsetEdit) | CreateFile | DeleteFile;

/** The edits of a fix, resolved against the texts as they are now. */
export function resolveFix(read: Read, fix: Fix): ResolvedEdit[] {
	return (typeof fix.edits === 'function' ? fix.edits(read) : fix.edits).map(edit => resolveEdit(read, edit));
}

/** Resolves one edit against the texts as they are now. */
export function resolveEdit(read: Read, edit: Edit): ResolvedEdit {
	if (edit.kind !== 'text') return edit;
	const source = read(text, edit.at.path) ?? '';
	const { span, text: out } = placed(source, locate(read, edit.at), edit);
	const end = lineEndOf(source);
	return { kind: 'text', path: edit.at.path, span, text: end === '\n' ? out : out.replace(/\r?\n/g, end) };
}

function placed(source: string, { start, end }: { start: number; end: number }, { where, text }: TextEdit): OffsetEdit {
	const lineStart = source.lastIndexOf('\n', start - 1) + 1;
	const newline = source.indexOf('\n', Math.max(start, end - (source[end - 1] === '\n' ? 1 : 0)));
	const afterLine = newline === -1 ? source.length : newline + 1;
	switch (where) {
		case 'over':
			return { span: { start, end }, text };
		case 'before':
			return { span: { start, end: start }, text };
		case 'after':
			return { span: { start: end, end }, text };
		case 'over-lines':
			return { span: { start: lineStart, end: afterLine }, text };
		case 'line-before':
			return { span: { start: lineStart, end: lineStart }, text: indented(source, lineStart, text) };
		case 'line-after': {
			const lines = indented(source, lineStart, text);
			return { span: { start: afterLine, end: afterLine }, text: newline === -1 && source !== '' ? `\n${lines.replace(/\n$/, '')}` : lines };
		}
	}
}

/** Lines indented as the line that starts at an offset is, the last one ended. */
function indented(source: string, lineStart: number, text: string): string {
	const indent = /^[ \t]*/.exec(source.slice(lineStart))?.[0] ?? '';
	return text
		.replace(/\n$/, '')
		.split('\n')
		.map(line => `${line === '' ? '' : indent}${line}\n`)
		.join('');
}
