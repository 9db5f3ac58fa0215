import type { MakeOperator } from './file';

/** Where a line sets a variable. */
export interface Assignment {
	readonly nameStart: number;
	readonly nameEnd: number;
	readonly operator: MakeOperator;
	readonly valueStart: number;
}

const modifiers = /^(?:[ \t]*(?:export|override|private|unexport)(?=[ \t]))*[ \t]*/;
const operator = /^(?::::=|::=|:=|\?=|\+=|!=|=)/;

/** Reads `[modifiers] NAME operator value` between two offsets, or gives undefined if there is no assignment. */
export function assignmentIn(text: string, start: number, end: number): Assignment | undefined {
	const source = text.slice(start, end);
	const nameStart = start + (modifiers.exec(source)?.[0].length ?? 0);
	const nameEnd = wordEnd(text, nameStart, end);
	if (nameEnd === nameStart) return undefined;
	let at = nameEnd;
	while (at < end && /[ \t]/.test(text[at] as string)) at++;
	const found = operator.exec(text.slice(at, Math.min(end, at + 4)))?.[0];
	if (!found) return undefined;
	let valueStart = at + found.length;
	while (valueStart < end && (/[ \t]/.test(text[valueStart] as string) || /^\\\r?\n/.test(text.slice(valueStart, valueStart + 3)))) {
		valueStart += text[valueStart] === '\\' ? text.indexOf('\n', valueStart) + 1 - valueStart : 1;
	}
	return { nameStart, nameEnd, operator: found as MakeOperator, valueStart: Math.min(valueStart, end) };
}

/** Where a variable's name ends: at a space or an operator, outside `$(…)`. */
function wordEnd(text: string, start: number, end: number): number {
	let depth = 0;
	for (let at = start; at < end; at++) {
		const char = text[at] as string;
		if (char === '$' && /[({]/.test(text[at + 1] ?? '')) depth++;
		else if (depth > 0 && (char === ')' || char === '}')) depth--;
		else if (depth === 0 && (/[\s=#]/.test(char) || (/[:?+!]/.test(char) && operator.test(text.slice(at, at + 4))) || char === ':')) return at;
	}
	return end;
}

/** The colon of a rule: where it stands and how long it is; undefined if there is none outside `$(…)`. */
export function colonIn(text: string, start: number, end: number): { start: number; end: number } | undefined {
	let depth = 0;
	for (let at = start; at < end; at++) {
		const char = text[at] as string;
		if (char === '\\') at++;
		else if (char === '$' && /[({]/.test(text[at + 1] ?? '')) depth++;
		else if (depth > 0 && (char === ')' || char === '}')) depth--;
		else if (depth === 0 && char === ':' && !(/[\\/]/.test(text[at + 1] ?? '') && /^[A-Za-z]$/.test(text.slice(start, at).trim()))) {
			return { start: at > start && text[at - 1] === '&' ? at - 1 : at, end: text[at + 1] === ':' ? at + 2 : at + 1 };
		}
	}
	return undefined;
}

/** Where the `;` of a rule with its recipe on its line stands: what follows is the shell's, number signs too. */
export function inlineRecipe(text: string, { start, end }: { readonly start: number; readonly end: number }): number | undefined {
	const semicolon = semicolonIn(text, start, end);
	if (semicolon === undefined || assignmentIn(text, start, semicolon)) return undefined;
	const colon = colonIn(text, start, semicolon);
	return colon && !assignmentIn(text, colon.end, semicolon) ? semicolon : undefined;
}

/** The first `;` outside `$(…)` and before a comment. */
function semicolonIn(text: string, start: number, end: number): number | undefined {
	let depth = 0;
	for (let at = start; at < end; at++) {
		const char = text[at] as string;
		if (char === '\\') at++;
		else if (char === '$' && /[({]/.test(text[at + 1] ?? '')) depth++;
		else if (depth > 0 && (char === ')' || char === '}')) depth--;
		else if (depth === 0 && char === '#') return undefined;
		else if (depth === 0 && char === ';') return at;
	}
	return undefined;
}
