import type { Read } from '../facts/core/database';
import { linesOf } from '../facts/core/lines';
import { grouped } from '../text/grouped';
import type { Span } from '../text/span';
import { fingerprint } from './fingerprint';
import type { Reported } from './report';

/** Why a finding is one of a change: a line that it is about has changed, or the change has caused it elsewhere. */
export type OfChange = 'changed' | 'caused';

/** What a change did to the lines of a plugin, counted from 0. */
export interface ChangedLines {
	/** Whether one of some lines of a file, as it is now, is new or changed. */
	isChanged(path: string, first: number, last: number): boolean;
	/** Where a line of a file was, and is now; undefined if it is gone. */
	now(path: string, line: number): { readonly path: string; readonly line: number } | undefined;
}

/** A finding as it was before a change. */
export interface Older {
	readonly finding: Reported;
	readonly print: string;
	readonly line: number;
}

/** Remembers findings for a comparison, while the database still has the files in which they were found. */
export const olderOf = (read: Read, findings: readonly Reported[]): readonly Older[] =>
	findings.map(finding => ({ finding, print: fingerprint(read, finding), line: lineOf(read, finding.path, finding.span.start) }));

/**
 * Which findings are of a change, in the order of the findings: undefined for those that were there before it. An old finding is the same one where it has
 * the same fingerprint: on the same line, else in the same file, else in another one. One that counts several things is the same one while they become fewer.
 */
export function ofChange(read: Read, findings: readonly Reported[], older: readonly Older[], lines: ChangedLines): ReadonlyArray<OfChange | undefined> {
	const now = findings.map((finding, index) => ({
		index,
		finding,
		print: fingerprint(read, finding),
		at: { path: finding.path, line: lineOf(read, finding.path, finding.span.start) },
		changed: isTouched(read, finding, lines),
	}));
	const before = older.map(one => ({ ...one, at: lines.now(one.finding.path, one.line) }));
	const same = new Set<number>();
	// What is on changed lines is shown anyway, so it comes last.
	const ordered = [...now.filter(one => !one.changed), ...now.filter(one => one.changed)];
	const left = new Set(before);
	/** Takes the old findings that have the same key as new ones, each once. What did not count before, and counts now, is new. */
	const take = (keyOf: (one: Compared) => string, isSame: (finding: Reported, old: Reported) => boolean = () => true) => {
		const byKey = grouped(left, one => `${counts(one.finding)} ${keyOf(one)}`);
		for (const one of ordered) {
			const key = keyOf(one);
			if (same.has(one.index)) continue;
			for (const counting of counts(one.finding) ? [true] : [false, true]) {
				const bucket = byKey.get(`${counting} ${key}`);
				const old = bucket?.pop();
				if (old === undefined || !isSame(one.finding, old.finding)) continue;
				same.add(one.index);
				left.delete(old);
				break;
			}
		}
	};
	const placeOf = ({ at }: Compared) => (at === undefined ? undefined : `${at.line} ${at.path}`);
	take(one => `${one.print} ${placeOf(one)}`);
	take(one => `${one.print} ${one.at?.path ?? one.finding.path}`);
	take(one => one.print);
	take(one => `${one.finding.rule} ${one.finding.key} ${placeOf(one)}`, isFewer);
	return now.map(one => (one.changed ? 'changed' : same.has(one.index) ? undefined : 'caused'));
}

/** A finding before or after a change, and where it is after it. */
interface Compared {
	readonly finding: Reported;
	readonly print: string;
	readonly at: { readonly path: string; readonly line: number } | undefined;
}

const counts = ({ suppressed }: Reported) => suppressed === undefined;

const lineOf = (read: Read, path: string, offset: number) => read(linesOf, path).positionAt(offset).line;

/** Whether a line of a finding, or of a place beside it, has changed. */
function isTouched(read: Read, { path, span, related = [] }: Reported, lines: ChangedLines): boolean {
	return [{ path, span }, ...related].some(place => isSpanTouched(read, place, lines));
}

function isSpanTouched(read: Read, { path, span }: { readonly path: string; readonly span: Span }, lines: ChangedLines): boolean {
	return lines.isChanged(path, lineOf(read, path, span.start), lineOf(read, path, Math.max(span.start, span.end - 1)));
}

/** Whether a message is that of another finding with smaller numbers in it. */
function isFewer(now: Reported, old: Reported): boolean {
	const numbers = (message: string) => [...message.matchAll(/\d+/g)].map(([digits]) => Number(digits));
	if (now.key !== old.key || now.message.replace(/\d+/g, '#') !== old.message.replace(/\d+/g, '#')) return false;
	const before = numbers(old.message);
	return numbers(now.message).every((number, i) => number <= (before[i] ?? 0)) && (now.related?.length ?? 0) <= (old.related?.length ?? 0);
}
