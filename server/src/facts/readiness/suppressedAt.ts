import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { linesOf } from '../core/lines';
import { locate } from '../places/locate';
import { suppressions, suppressionsByLine } from './suppressions';

/** Whether a comment suppresses a rule at a place: for findings that count several places, which are suppressed one by one. */
export function isSuppressed(read: Read, rule: string, place: Place): boolean {
	if (read(suppressions, place.path).length === 0) return false;
	const { line } = read(linesOf, place.path).positionAt(locate(read, place).start);
	return (read(suppressionsByLine, place.path)[line] ?? []).some(one => one.rule === rule && one.reason !== undefined);
}
