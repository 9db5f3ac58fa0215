import type { WorkspaceEdit } from 'vscode-languageserver';
import { resolveFix } from '../engine/edits';
import type { Reported } from '../engine/report';
import { combine } from './combine';
import type { Facing } from './facing';
import { workspaceEditOf } from './workspaceEdit';

/** The edit of one finding's fix; undefined if it has none, or it cannot be made here. */
export function editOfFix(facing: Facing, { fix }: Reported): WorkspaceEdit | undefined {
	if (fix === undefined) return undefined;
	return workspaceEditOf(facing, resolveFix(facing.state.read, fix));
}

/** The edits of the safe fixes of these findings, all at once; undefined if there is none to make. */
export function editOfSafeFixes(facing: Facing, findings: readonly Reported[]): WorkspaceEdit | undefined {
	const { read } = facing.state;
	const fixes = findings.flatMap(({ fix }) => (fix?.kind === 'safe' ? [resolveFix(read, fix)] : []));
	return workspaceEditOf(facing, combine(fixes.filter(edits => workspaceEditOf(facing, edits) !== undefined)));
}

/** Findings that count and have a safe fix. */
export const safelyFixable = (findings: readonly Reported[]): Reported[] =>
	findings.filter(({ fix, suppressed }) => fix?.kind === 'safe' && suppressed === undefined);
