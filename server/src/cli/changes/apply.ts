import type { ResolvedEdit } from '../../engine/edits';
import type { Database } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { applyEdits } from '../../text/edit';

/** A file before and after; undefined if the file does not exist. */
export interface Change {
	readonly path: string;
	readonly before: string | undefined;
	readonly after: string | undefined;
	readonly executable: boolean;
}

/** One file after edits. */
export interface Made {
	readonly text: string | undefined;
	readonly executable: boolean;
}

/** A file after some edits. */
export function outcome(db: Database, path: string, edits: readonly ResolvedEdit[]): Made {
	const here = edits.filter(edit => edit.path === path);
	const whole = here.find(edit => edit.kind !== 'text');
	if (whole?.kind === 'create') return { text: whole.text, executable: whole.executable === true };
	if (whole) return { text: undefined, executable: false };
	return {
		text: applyEdits(
			db.get(text, path) ?? '',
			here.filter(edit => edit.kind === 'text'),
		),
		executable: false,
	};
}

/** The changes that some edits make, sorted by path. */
export function changesOf(db: Database, edits: readonly ResolvedEdit[]): Change[] {
	const paths = [...new Set(edits.map(edit => edit.path))].sort();
	return paths.map(path => {
		const made = outcome(db, path, edits);
		return { path, before: db.get(text, path), after: made.text, executable: made.executable };
	});
}
