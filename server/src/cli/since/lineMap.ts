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

/** How much work comparisons may still be, as lines times differences: a second or two in all. */
export interface Effort {
	left: number;
}

/** What all comparisons of a run may be, and one of them. */
export const wholeEffort = (): Effort => ({ left: 20_000_000 });
const mostOfOne = 2_000_000;

/** Compares two texts by lines; how lines end is left out. Texts that differ more than the effort allows are compared by what they begin and end with. */
export function lineMapOf(before: string, after: string, effort: Effort): LineMap {
	const old = before.split(/\r?\n/);
	const now = after.split(/\r?\n/);
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
	const kept = new Map<number, number>();
	const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
	const lines = 1 + oldMiddle.length + newMiddle.length;
	const maxEditLength = Math.floor(Math.min(mostOfOne, effort.left) / lines);
	const stretches = diffArrays(oldMiddle, newMiddle, { maxEditLength });
	const edits = stretches?.reduce((sum, { added, removed, value }) => sum + (added || removed ? value.length : 0), 0) ?? maxEditLength;
	effort.left = Math.max(0, effort.left - lines * edits);
	let [i, j] = [start, start];
	for (const { added, removed, value } of stretches ?? []) {
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
