import type { MakeComment } from './file';

/** A logical line: physical ones joined where they end with a backslash. */
export interface Line {
	readonly start: number;
	readonly end: number;
	/** Starts with a tab. */
	readonly tab: boolean;
}

/** Cuts a text into logical lines, without their line breaks. */
export function* logicalLines(text: string): Generator<Line> {
	for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
		let next = start;
		let end: number;
		do {
			const newline = text.indexOf('\n', next);
			end = newline < 0 ? text.length : newline;
			next = end + 1;
			if (text[end - 1] === '\r') end--;
		} while (next < text.length && end > start && oddBackslashes(text, start, end));
		yield { start, end: Math.max(start, end), tab: text[start] === '\t' };
		start = next;
	}
}

function oddBackslashes(text: string, start: number, end: number): boolean {
	let count = 0;
	while (end - count > start && text[end - count - 1] === '\\') count++;
	return count % 2 === 1;
}

/** Where the comment of a line starts, outside `$(…)`, or undefined. Make takes `\#` as a number sign. */
export function commentIn(text: string, start: number, end: number): number | undefined {
	let depth = 0;
	for (let at = start; at < end; at++) {
		const char = text[at];
		if (char === '\\') at++;
		else if (char === '$' && (text[at + 1] === '(' || text[at + 1] === '{')) {
			depth++;
			at++;
		} else if (depth > 0 && (char === '(' || char === '{')) depth++;
		else if (depth > 0 && (char === ')' || char === '}')) depth--;
		else if (char === '#' && depth === 0) return at;
	}
	return undefined;
}

/** The comment of a line, and where the line ends without it and without spaces. */
export function withoutComment(text: string, { start, end }: Line, comments: MakeComment[]): number {
	const at = commentIn(text, start, end);
	if (at !== undefined) comments.push({ text: text.slice(at, end), start: at, end });
	return trimmedEnd(text, start, at ?? end);
}

/** The offset after the last character that is not a space. */
export function trimmedEnd(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && /\s/.test(text[at - 1] as string)) at--;
	return at;
}

/** The words between two offsets. What stands in `$(…)` is one word with what touches it. */
export function* words(text: string, start: number, end: number): Generator<{ text: string; start: number; end: number }> {
	let from = -1;
	let depth = 0;
	for (let at = start; at <= end; at++) {
		const char = at < end ? (text[at] as string) : ' ';
		if (char === '$' && (text[at + 1] === '(' || text[at + 1] === '{')) depth++;
		else if (depth > 0 && (char === ')' || char === '}')) depth--;
		const continued = char === '\\' && /^\r?\n/.test(text.slice(at + 1, at + 3));
		if (at === end || (depth === 0 && (/\s/.test(char) || continued))) {
			if (from >= 0) yield { text: text.slice(from, at), start: from, end: at };
			from = -1;
		} else if (from < 0) from = at;
	}
}

/** A stretch with its continued lines joined by one space, as make does outside recipes. */
export const joined = (source: string): string => source.replace(/[ \t]*\\\r?\n[ \t]*/g, ' ');

/** A stretch of a recipe with its continued lines joined as the shell does. */
export const joinedForShell = (source: string): string => source.replace(/\\\r?\n\t?/g, '');
