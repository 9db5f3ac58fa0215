import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { issues } from '../engine/addresses';
import type { ResolvedEdit } from '../engine/edits';
import { lineEdits } from '../generate/lineEdits';
import type { SafeFixesAnswer } from '../protocol';
import type { Facing } from './facing';
import type { FixedAll } from './services';
import { workspaceEditOf } from './workspaceEdit';

/** What safe fixes do, as one edit for the client. */
export function safeFixesAnswer(facing: Facing, { changes, fixes, regenerated, settled }: FixedAll): SafeFixesAnswer {
	if (!settled) throw new ResponseError(ErrorCodes.InternalError, `The safe fixes undo each other, so no file was changed. Report this bug at ${issues}.`);
	const edits = changes.flatMap(editsOf);
	const edit = workspaceEditOf(facing, edits);
	if (edit === undefined && edits.length > 0)
		throw new ResponseError(ErrorCodes.InternalError, 'The editor cannot create or delete files, which a fix requires.');
	const fixed = changes.filter(({ path }) => !regenerated.includes(path));
	return {
		edit: edit ?? null,
		fixes,
		files: fixed.length,
		regenerated,
		executables: changes.flatMap(({ path, executable }) => (executable ? [path] : [])),
	};
}

function editsOf({ path, before, after }: FixedAll['changes'][number]): ResolvedEdit[] {
	if (after === undefined) return [{ kind: 'delete', path }];
	if (before === undefined) return [{ kind: 'create', path, text: after }];
	return lineEdits(before, after).map(edit => ({ kind: 'text', path, ...edit }));
}
