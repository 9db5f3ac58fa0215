import { diffLines } from 'diff';
import type { OffsetEdit } from '../text/edit';

/** Texts that differ in more lines than this are not matched line by line, which would take seconds: the stretch that differs is replaced. */
const mostEdits = 2000;

/** The edits of whole lines that make one text of another, so that what stays the same stays untouched. */
export function lineEdits(before: string, after: string): OffsetEdit[] {
	const parts = diffLines(before, after, { maxEditLength: mostEdits });
	if (parts === undefined) return [stretch(before, after)];
	const edits: OffsetEdit[] = [];
	let at = 0;
	let open: { start: number; end: number; text: string } | undefined;
	const close = () => {
		if (open) edits.push({ span: { start: open.start, end: open.end }, text: open.text });
		open = undefined;
	};
	for (const { value, added, removed } of parts) {
		if (!added && !removed) close();
		else open ??= { start: at, end: at, text: '' };
		if (open && added) open.text += value;
		if (!added) at += value.length;
		if (open && removed) open.end = at;
	}
	close();
	return edits;
}

/** One edit, from the first character that differs to the last. */
function stretch(before: string, after: string): OffsetEdit {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	let end = 0;
	while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
	return { span: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
