import type { Read } from '../facts/core/database';
import { linesOf } from '../facts/core/lines';
import { dirname } from '../facts/core/paths';
import { patternFor, readPatterns } from '../facts/generated/gitignore';
import { locate } from '../facts/places/locate';
import { componentFiles } from '../facts/readiness/componentFiles';
import type { Exemption } from '../facts/readiness/exemptions';
import type { Place } from '../text/place';
import type { Settings } from './settings';

/** Whether a place is one that an exemption is about: in its files, and of its component. */
export function isExempt(read: Read, { paths, component }: Exemption, place: Place): boolean {
	if (paths.length > 0 && patternFor(readPatterns(paths.join('\n')), place.path) === undefined) return false;
	return component === undefined || isOf(read, place, component);
}

/** The exemptions of a rule that have not expired. */
export const currentExemptions = (rule: string, { exemptions = [], today }: Settings): readonly Exemption[] =>
	exemptions.filter(one => one.rule === rule && !isOver(one.expires, today));

/** Whether the last day of an exemption is over. */
export const isOver = (expires: string | undefined, today: string | undefined): boolean => expires !== undefined && today !== undefined && expires < today;

function isOf(read: Read, place: Place, component: string): boolean {
	const { folders, paths, registrations } = read(componentFiles, component);
	const above = dirname(place.path);
	if (paths.includes(place.path) || folders.some(folder => above === folder || above.startsWith(`${folder}/`))) return true;
	return registrations.some(other => other.path === place.path && lineOf(read, other) === lineOf(read, place));
}

const lineOf = (read: Read, place: Place): number => read(linesOf, place.path).positionAt(locate(read, place).start).line;
