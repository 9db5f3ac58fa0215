import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from 'diff';

/** More lines than this are not matched with each other one by one, which would take seconds: the whole stretch is shown as replaced. */
const mostEdits = 2000;

/** A change of one file, which is not there where the text is undefined, as a unified diff that `patch -p1` and `git apply` take. */
export function unified({ path, before, after }: { readonly path: string; readonly before: string | undefined; readonly after: string | undefined }): string {
	const [from, to] = [before === undefined ? '/dev/null' : `a/${path}`, after === undefined ? '/dev/null' : `b/${path}`];
	const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
	return (
		createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { ...options, maxEditLength: mostEdits }) ??
		whole(from, to, before ?? '', after ?? '')
	);
}

/** The change as one hunk, from the first line that differs to the last. */
function whole(oldFileName: string, newFileName: string, before: string, after: string): string {
	const [old, made] = [linesOf(before), linesOf(after)];
	const shorter = Math.min(old.length, made.length);
	let start = 0;
	while (start < shorter && old[start] === made[start]) start++;
	let end = 0;
	while (end < shorter - start && old.at(-1 - end) === made.at(-1 - end)) end++;
	const [removed, added] = [old.slice(start, old.length - end), made.slice(start, made.length - end)];
	const hunk = {
		oldStart: start + 1,
		oldLines: removed.length,
		newStart: start + 1,
		newLines: added.length,
		lines: [...marked('-', removed), ...marked('+', added)],
	};
	return formatPatch({ oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] }, FILE_HEADERS_ONLY);
}

/** The lines of a text with their ends. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const marked = (mark: '+' | '-', lines: readonly string[]) =>
	lines.flatMap(line => (line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file']));
