import type { CreateFile, DeleteFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ResolvedEdit } from '../engine/edits';
import { exists, isLinked, text } from '../facts/core/files';
import { lineEndOf } from '../text/lines';
import type { Facing } from './facing';

type Change = CreateFile | DeleteFile | TextDocumentEdit;
type InPlace = Extract<ResolvedEdit, { kind: 'text' }>;

/**
 * Edits as LSP has them; undefined if this client cannot make them, or they do not fit the files as they are.
 * None asks for confirmation: editors show such edits unticked, and what a person has just chosen would not be applied. Our extension
 * shows fixes of several files itself (`chosen.ts`).
 */
export function workspaceEditOf(facing: Facing, edits: readonly ResolvedEdit[]): WorkspaceEdit | undefined {
	const { can, state } = facing;
	const known = edits.map(edit => onDisk(facing, edit));
	const inPlace = known.filter((edit): edit is InPlace => edit?.kind === 'text');
	const creates = known.filter(edit => edit?.kind === 'create');
	const deletes = known.filter(edit => edit?.kind === 'delete').filter(edit => state.read(exists, edit.path));
	if (known.includes(undefined) || (creates.length > 0 && !can.create) || (deletes.length > 0 && !can.delete)) return undefined;
	if (inPlace.length + creates.length + deletes.length === 0) return undefined;
	const byPath = new Map<string, TextEdit[]>();
	for (const edit of inPlace.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
		const list = byPath.get(edit.path) ?? [];
		byPath.set(edit.path, list);
		list.push({ range: facing.positions.range(edit.path, edit.span), newText: edit.text });
	}
	if (!can.documentChanges) return { changes: Object.fromEntries([...byPath].map(([path, list]) => [facing.target(path).uri, list])) };
	const documentChanges: Change[] = [
		...creates.flatMap(({ path, text }): Change[] => [
			{ kind: 'create', uri: facing.target(path).uri },
			{ textDocument: { uri: facing.target(path).uri, version: null }, edits: [{ range: topOfFile, newText: text }] },
		]),
		...[...byPath].map(([path, list]): Change => {
			const { uri, version } = facing.target(path);
			return { textDocument: { uri, version: version ?? null }, edits: list };
		}),
		...deletes.map(({ path }): Change => ({ kind: 'delete', uri: facing.target(path).uri, options: { ignoreIfNotExists: true } })),
	];
	return { documentChanges };
}

const topOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The edit as it fits the files that there are: a file that is to be overwritten is rewritten in place. Undefined where it does not fit, and where a link leads to it. */
function onDisk({ state: { read } }: Facing, edit: ResolvedEdit): ResolvedEdit | undefined {
	if (isLinked(read, edit.path)) return undefined;
	const there = read(exists, edit.path);
	if (edit.kind === 'text') return there ? edit : undefined;
	if (edit.kind === 'delete' || !there) return edit;
	const now = read(text, edit.path);
	if (!edit.overwrite || now === undefined) return undefined;
	const end = lineEndOf(now);
	return { kind: 'text', path: edit.path, span: { start: 0, end: now.length }, text: end === '\n' ? edit.text : edit.text.replace(/\r?\n/g, end) };
}
