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
	/** Whether a line of a file, as it is now, is new or changed. */
	isChanged(path: string, line: number): boolean;
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
		line: lineOf(read, finding.path, finding.span.start),
		changed: isTouched(read, finding, lines),
	}));
	type Now = (typeof now)[number];
	const same = new Set<Now>();
	const left = new Set(older.map(one => ({ ...one, at: lines.now(one.finding.path, one.line) })));
	const byRule = grouped(left, ({ finding }) => finding.rule);
	type Old = typeof left extends Set<infer T> ? T : never;
	const take = (wanted: readonly Now[], isSame: (one: Now, old: Old) => boolean) => {
		for (const one of wanted) {
			if (same.has(one)) continue;
			// What did not count before, and counts now, is new.
			const found = byRule.get(one.finding.rule)?.find(old => left.has(old) && isSame(one, old) && (counts(old.finding) || !counts(one.finding)));
			if (found === undefined) continue;
			same.add(one);
			left.delete(found);
		}
	};
	const isAt = (one: Now, old: Old) => old.at?.path === one.finding.path && old.at.line === one.line;
	// What is on changed lines is shown anyway, so it takes what is left over.
	const ordered = [...now.filter(one => !one.changed), ...now.filter(one => one.changed)];
	take(ordered, (one, old) => old.print === one.print && isAt(one, old));
	take(ordered, (one, old) => old.print === one.print && (old.at?.path ?? old.finding.path) === one.finding.path);
	take(ordered, (one, old) => old.print === one.print);
	take(ordered, (one, old) => isAt(one, old) && isFewer(one.finding, old.finding));
	return now.map(one => (one.changed ? 'changed' : same.has(one) ? undefined : 'caused'));
}

const counts = ({ suppressed }: Reported) => suppressed === undefined;

const lineOf = (read: Read, path: string, offset: number) => read(linesOf, path).positionAt(offset).line;

/** Whether a line of a finding, or of a place beside it, has changed. */
function isTouched(read: Read, { path, span, related = [] }: Reported, lines: ChangedLines): boolean {
	return [{ path, span }, ...related].some(place => isSpanTouched(read, place, lines));
}

function isSpanTouched(read: Read, { path, span }: { readonly path: string; readonly span: Span }, lines: ChangedLines): boolean {
	const [first, last] = [lineOf(read, path, span.start), lineOf(read, path, Math.max(span.start, span.end - 1))];
	for (let line = first; line <= last; line++) if (lines.isChanged(path, line)) return true;
	return false;
}

/** Whether a message is that of another finding with smaller numbers in it. */
function isFewer(now: Reported, old: Reported): boolean {
	const numbers = (message: string) => [...message.matchAll(/\d+/g)].map(([digits]) => Number(digits));
	if (now.key !== old.key || now.message.replace(/\d+/g, '#') !== old.message.replace(/\d+/g, '#')) return false;
	const before = numbers(old.message);
	return numbers(now.message).every((number, i) => number <= (before[i] ?? 0)) && (now.related?.length ?? 0) <= (old.related?.length ?? 0);
}
