import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { type ResolvedEdit, resolveFix } from '../engine/edits';
import type { Reported } from '../engine/report';
import { text } from '../facts/core/files';
import type { ChosenFix, FixPreview } from '../protocol';
import { applyEdits } from '../text/edit';
import type { Facing } from './facing';
import { counting } from './shown';
import { uriOf } from './uris';
import { workspaceEditOf } from './workspaceEdit';

/** How a finding of a file is named, so that it is found again after other edits: the server remembers no action. */
export function chosenFix(facing: Facing, uri: string, path: string, finding: Reported): ChosenFix {
	const { rule, key, message } = finding;
	return { kind: 'fix', uri, rule, key, message, nth: alike(facing, path, finding).indexOf(finding) };
}

/** The finding that was named; undefined if it no longer exists. */
export const chosenFinding = (facing: Facing, path: string, named: ChosenFix): Reported | undefined => alike(facing, path, named)[named.nth];

function alike(facing: Facing, path: string, { rule, key, message }: Pick<ChosenFix, 'rule' | 'key' | 'message'>): Reported[] {
	const all = counting(facing.state.read, facing.state.report.findings);
	return all.flatMap(({ finding, path: at }) => (at === path && finding.rule === rule && finding.key === key && finding.message === message ? [finding] : []));
}

/** The action with its edit; where that changes several files and the client is our extension, with the command that shows them first. */
export function editOrPreview({ can }: Facing, action: CodeAction, edit: WorkspaceEdit, named: ChosenFix): CodeAction {
	if (!can.extension || filesOf(edit) < 2 || (action.data !== undefined && !can.lazyCommands)) return { ...action, edit };
	return { ...action, command: { title: action.title, command: 'packerReadiness.previewFix', arguments: [named, action.title] } };
}

function filesOf({ changes = {}, documentChanges }: WorkspaceEdit): number {
	const uris = documentChanges?.map(change => ('textDocument' in change ? change.textDocument.uri : 'uri' in change ? change.uri : change.newUri));
	return new Set(uris ?? Object.keys(changes)).size;
}

/** What the fix of a finding would do, file by file. Empty where the finding no longer exists. */
export function fixPreviewOf(facing: Facing, path: string, named: ChosenFix): FixPreview {
	const root = uriOf(facing.state.root);
	const fix = chosenFinding(facing, path, named)?.fix;
	const edits = fix === undefined ? [] : resolveFix(facing.state.read, fix);
	const edit = workspaceEditOf(facing, edits);
	if (edit === undefined) return { root, edit: null, files: [], executables: [] };
	const paths = [...new Set(edits.map(({ path }) => path))];
	const files = paths.map(path => ({
		path,
		text: textAfter(
			facing.state.read(text, path) ?? '',
			edits.filter(edit => edit.path === path),
		),
	}));
	const executables = edits.flatMap(edit => (edit.kind === 'create' && edit.executable ? [edit.path] : []));
	return { root, edit, files, executables };
}

/** A file's text after edits of it; null where they delete it. */
function textAfter(before: string, edits: readonly ResolvedEdit[]): string | null {
	if (edits.some(({ kind }) => kind === 'delete')) return null;
	const created = edits.findLast(edit => edit.kind === 'create');
	const inPlace = edits.filter(edit => edit.kind === 'text');
	return applyEdits(created?.text ?? before, inPlace);
}
