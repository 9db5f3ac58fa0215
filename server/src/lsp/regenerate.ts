import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Read } from '../facts/core/database';
import { generation } from '../generate/command';
import type { Facing } from './facing';
import { workspaceEditOf } from './workspaceEdit';

/** How many generated files of the plugin are out of date or missing and can be written. */
export const staleFiles = (read: Read): number => generation(read).writes.length;

/** The edit that writes all generated files that are out of date or missing, as the command `generate` does; undefined where none can be written. */
export const editOfRegeneration = (facing: Facing): WorkspaceEdit | undefined =>
	workspaceEditOf(
		facing,
		generation(facing.state.read).writes.map(({ path, text }) => ({ kind: 'create', path, text, overwrite: true })),
	);
