import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { linesOf } from '../core/lines';
import { locate } from '../places/locate';
import { suppressionsByLine } from './suppressions';

/** Whether a comment suppresses a rule at a place: for findings that count several places, which are suppressed one by one. */
export function isSuppressed(read: Read, rule: string, place: Place): boolean {
	const there = read(suppressionsByLine, place.path);
	if (there.size === 0) return false;
	const { line } = read(linesOf, place.path).positionAt(locate(read, place).start);
	return (there.get(line) ?? []).some(one => one.rule === rule && one.reason !== undefined);
}
