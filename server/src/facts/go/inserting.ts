import type { Edit } from '../../text/edit';
import { insertBefore } from '../../text/edit';
import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { locate } from '../places/locate';

/** The edit that puts a statement before another one, on a line of its own where that has one. Reads offsets: for fixes only. */
export function statementBefore(read: Read, place: Place, statement: string): Edit[] {
	const source = read(text, place.path) ?? '';
	const { start } = locate(read, place);
	const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
	return [insertBefore(place, before.trim() === '' ? `${statement}\n${before}` : `${statement}; `)];
}
