import { isOpen, type Report, type Reported } from '../engine/report';
import type { Severity } from '../engine/rule';
import type { Read } from '../facts/core/database';
import { linesOf } from '../facts/core/lines';
import { clean } from './clean';

/** Findings with one message, and where they are. */
export interface Remaining {
	readonly rule: string;
	readonly severity: Severity;
	readonly message: string;
	/** `path:line`, in the order of the report. */
	readonly places: readonly string[];
}

/** The findings that count, advice left out: errors before warnings, those with the same message together. */
export function remaining(read: Read, report: Report): Remaining[] {
	const placeOf = ({ path, span }: Reported) => `${path}:${read(linesOf, path).positionAt(span.start).line + 1}`;
	const groups = new Map<string, { rule: string; severity: Severity; message: string; places: string[] }>();
	for (const finding of report.findings) {
		if (!isOpen(finding) || finding.severity === 'info') continue;
		const { rule, severity, message } = finding;
		const key = `${severity}\0${rule}\0${message}`;
		const group = groups.get(key) ?? { rule, severity, message, places: [] };
		groups.set(key, group);
		group.places.push(placeOf(finding));
	}
	return clean([...groups.values()].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')));
}

/** A few places, a file named once, and how many more there are. */
export function somePlaces(places: readonly string[]): string {
	const all = [...new Set(places)];
	const shown = all.slice(0, all.length <= 4 ? 4 : 3);
	const pathOf = (place: string) => place.slice(0, place.lastIndexOf(':'));
	const short = shown.map((place, i) => (i > 0 && pathOf(place) === pathOf(shown[i - 1] as string) ? place.slice(place.lastIndexOf(':') + 1) : place));
	return `${short.join(', ')}${all.length > shown.length ? ` and ${all.length - shown.length} more` : ''}`;
}
