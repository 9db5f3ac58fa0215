import { diffArrays } from 'diff';

/** How the lines of a file became those of another: lines are counted from 0. */
export interface LineMap {
	/** Whether one of some lines of the new text is new, or not what it was. */
	isChanged(first: number, last: number): boolean;
	/** Where a line of the old text is now; undefined if it is gone. */
	now(line: number): number | undefined;
}

/** The lines of a file that is new. */
export const allNew: LineMap = { isChanged: () => true, now: () => undefined };

/** How much work a comparison may be, as lines times differences. Texts that differ more are compared by what they begin and end with. */
const mostWork = 20_000_000;

/** Compares two texts by lines; how lines end is left out. */
export function lineMapOf(before: string, after: string): LineMap {
	const old = before.split(/\r?\n/);
	const now = after.split(/\r?\n/);
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
	const kept = new Map<number, number>();
	const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
	const maxEditLength = Math.floor(mostWork / (1 + oldMiddle.length + newMiddle.length));
	let [i, j] = [start, start];
	for (const { added, removed, value } of diffArrays(oldMiddle, newMiddle, { maxEditLength }) ?? []) {
		if (!added && !removed) for (let k = 0; k < value.length; k++) kept.set(i + k, j + k);
		if (!added) i += value.length;
		if (!removed) j += value.length;
	}
	const [oldEnd, newEnd] = [old.length - end, now.length - end];
	const same = new Set(kept.values());
	/** How many lines have changed before each of those in the middle. */
	const counted = [0];
	for (let line = start; line < newEnd; line++) counted.push((counted.at(-1) as number) + (same.has(line) ? 0 : 1));
	const changedBefore = (line: number) => counted[Math.min(Math.max(line - start, 0), counted.length - 1)] as number;
	return {
		isChanged: (first, last) => changedBefore(last + 1) > changedBefore(first),
		now: line => (line < start ? line : line >= oldEnd ? line - oldEnd + newEnd : kept.get(line)),
	};
}
