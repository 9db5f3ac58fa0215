import type { Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { commentsAbove } from '../../facts/go/commenting';
import { locate } from '../../facts/places/locate';
import { readOutline } from '../../syntax/go/outline/read';
import { applyEdits, create, type Edit, type OffsetEdit } from '../../text/edit';
import { partialStaleness } from '../stale/documents';
import { partialsOf } from './partials';
import type { Undescribed } from './undescribed';

/** The edits that put comments above fields, and write the partials that are up to date as they will be then; none where we do not know how. For fixes only. */
export function describing(read: Read, { path, type, fields }: Undescribed): readonly Edit[] {
	const edits = commentsAbove(read, path, type, new Set(fields.map(({ field }) => field)));
	if (edits === undefined) return [];
	const offsets = edits.flatMap((edit): OffsetEdit[] => (edit.kind === 'text' ? [{ span: locate(read, edit.at), text: edit.text }] : []));
	const { file, docs } = readOutline(applyEdits(read(text, path) ?? '', offsets));
	const made = partialsOf(path, file.types, docs);
	const upToDate = read(partialStaleness, path).files.filter(({ state }) => state === 'same');
	const partials = ('message' in made ? [] : made).filter(partial => upToDate.some(one => one.path === partial.path && one.expected !== partial.text));
	return [...edits, ...partials.map(partial => create(partial.path, partial.text, { overwrite: true }))];
}
