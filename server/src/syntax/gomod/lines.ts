import type { GoModComment } from './file';

/** A token: its text as written, its value without quotes, and where it stands. */
export interface Token {
	readonly value: string;
	readonly start: number;
	readonly end: number;
	/** Why it is not a token that the go command takes. */
	readonly error?: string;
}

/** The tokens of one line, and the comment that ends it. */
export interface Line {
	readonly tokens: readonly Token[];
	readonly comment: GoModComment | undefined;
}

/** Whether a token is this mark, and no string that holds it. */
export const isMark = (token: Token | undefined, mark: string): boolean => token?.value === mark && token.end - token.start === mark.length;

const space = /[\s\p{Cc}]/u;
const punctuation = /[()[\]{},]/;
const word = /(?:[^\s\p{Cc}()[\]{},/]|\/(?![/*]))+/uy;

/** The lines of a `go.mod` that hold anything. No token goes over the end of a line. */
export function* lines(text: string): Generator<Line> {
	for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		const line = lineOf(text, start, end);
		if (line.tokens.length > 0 || line.comment) yield line;
		start = end + 1;
	}
}

function lineOf(text: string, start: number, end: number): Line {
	const tokens: Token[] = [];
	for (let at = start; at < end; ) {
		const char = text[at] as string;
		if (space.test(char)) {
			if (!/\s/.test(char)) tokens.push({ value: char, start: at, end: at + 1, error: 'unexpected input character' });
			at++;
		} else if (text.startsWith('//', at)) {
			const stop = text[end - 1] === '\r' ? end - 1 : end;
			return { tokens, comment: { text: text.slice(at, stop), start: at, end: stop } };
		} else {
			const token = tokenOf(text, at, end);
			tokens.push(token);
			at = token.end;
		}
	}
	return { tokens, comment: undefined };
}

function tokenOf(text: string, start: number, end: number): Token {
	const char = text[start] as string;
	if (punctuation.test(char)) return { value: char, start, end: start + 1 };
	if (char === '"' || char === '`') return stringOf(text, start, end);
	word.lastIndex = start;
	const at = Math.min(word.test(text) ? word.lastIndex : start, end);
	if (text.startsWith('/*', at)) return { value: '', start: at, end, error: 'mod files must use // comments (not /* */ comments)' };
	return { value: text.slice(start, at), start, end: at };
}

function stringOf(text: string, start: number, end: number): Token {
	const quote = text[start];
	let at = start + 1;
	while (at < end && text[at] !== quote) at += text[at] === '\\' && quote === '"' ? 2 : 1;
	if (at >= end) {
		const stop = text.slice(start, end).trimEnd().length + start;
		return { value: text.slice(start + 1, stop), start, end: stop, error: `unexpected ${end < text.length ? 'newline' : 'EOF'} in string` };
	}
	const value = quote === '`' ? text.slice(start + 1, at) : unquote(text.slice(start + 1, at));
	const token = { value: value ?? text.slice(start + 1, at), start, end: at + 1 };
	return value === undefined ? { ...token, error: 'invalid quoted string: invalid syntax' } : token;
}

const named: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '"': '"' };

function unquote(source: string): string | undefined {
	let wrong = false;
	const value = source.replace(/\\(?:x([\da-f]{2})|([0-7]{3})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]?))/gi, (_, hex, octal, short, long, char) => {
		const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(hex ?? short ?? long ?? '-1', 16);
		if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
		if (named[char] === undefined) wrong = true;
		return named[char] ?? '';
	});
	return wrong ? undefined : value;
}
