import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Read } from '../facts/core/database';
import { generation } from '../generate/command';
import { staleness } from '../generate/staleness';
import type { Facing } from './facing';
import { workspaceEditOf } from './workspaceEdit';

/** Whether more than one generated file of the plugin is out of date or missing. */
export const hasSeveralStale = (read: Read): boolean =>
	read(staleness).files.filter(({ state, ignored }) => state === 'stale' || (state === 'missing' && !ignored)).length > 1;

/** The edit that writes all generated files that are out of date or missing, as the command `generate` does; undefined where none can be written. */
export const editOfRegeneration = (facing: Facing): WorkspaceEdit | undefined =>
	workspaceEditOf(
		facing,
		generation(facing.state.read).writes.map(({ path, text }) => ({ kind: 'create', path, text, overwrite: true })),
	);
