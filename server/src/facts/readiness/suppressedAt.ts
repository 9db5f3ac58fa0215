import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { locate } from '../places/locate';
import { suppressions } from './suppressions';

/** Whether a comment suppresses a rule at a place: for findings that count several places, which are suppressed one by one. */
export function isSuppressed(read: Read, rule: string, place: Place): boolean {
	const there = read(suppressions, place.path).filter(one => one.rule === rule && one.reason !== undefined);
	if (there.length === 0) return false;
	const line = (read(text, place.path) ?? '').slice(0, locate(read, place).start).split('\n').length - 1;
	return there.some(({ lines }) => lines.includes(line));
}
