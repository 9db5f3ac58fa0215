import type { WorkspaceEdit } from 'vscode-languageserver';
import { resolveFix } from '../engine/edits';
import type { Reported } from '../engine/report';
import { combine } from './combine';
import type { Facing } from './facing';
import { workspaceEditOf } from './workspaceEdit';

/** The edit of one finding's fix; undefined where it has none, or it cannot be made here. An offer that reaches beyond the document is shown before it is made. */
export function editOfFix(facing: Facing, { fix, path }: Reported): WorkspaceEdit | undefined {
	if (fix === undefined) return undefined;
	const edits = resolveFix(facing.state.read, fix);
	const beyond = edits.some(edit => edit.kind !== 'text' || edit.path !== path);
	return workspaceEditOf(facing, edits, fix.kind === 'offer' && beyond ? fix.title : undefined);
}

/** The edits of the safe fixes of these findings, all at once; undefined where there is none to make. */
export function editOfSafeFixes(facing: Facing, findings: readonly Reported[]): WorkspaceEdit | undefined {
	const { read } = facing.state;
	const fixes = findings.flatMap(({ fix }) => (fix?.kind === 'safe' ? [resolveFix(read, fix)] : []));
	return workspaceEditOf(facing, combine(fixes.filter(edits => workspaceEditOf(facing, edits) !== undefined)));
}

/** Findings that count and have a safe fix. */
export const safelyFixable = (findings: readonly Reported[]): Reported[] =>
	findings.filter(({ fix, suppressed }) => fix?.kind === 'safe' && suppressed === undefined);
