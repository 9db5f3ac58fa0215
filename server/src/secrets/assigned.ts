import type { Stretch } from './shapes';

/** Words in names under which secrets are kept: `password`, `client_secret`, `AWS_SECRET_ACCESS_KEY`, `--token`, `X-Api-Key`, `DB_PASS`. */
const word =
	/passw(?:or)?d|passphrase|secret|token|credentials?|(?<![a-z])(?:pass|pwd|pat)(?![a-z])|api[_-]?key|(?:access|account|auth|client|encryption|master|private|shared|signing|ssh|storage)[_-]?key|authorization|PKR_VAR_\w/gi;
const partOfName = /[\w.-]/;
/** The longest part of a name that is looked at, before and behind the word. */
const longest = 64;

/** Values that are not secrets: expressions, placeholders, types, and redacted values. */
const harmless =
	/^(?:\[redacted\]?|\*+|<[^>]*>|\$\{[^}]*\}|\{\{[^}]*\}\}|\$\w+|(?:var|local|data|os)\.[\w.]+(?:\(.*)?|env\(.*|null|nil|true|false|none|string|bool|int|\*?string|\[\]string)[,;)\]}]*$/i;
const isHarmless = (value: string) => value.trim() === '' || harmless.test(value.trim()) || /^(?:(?:Bearer|Basic|Token)\s+)?\[redacted\]/i.test(value);

/** How a value continues on the lines below its name. */
export type Below =
	/** The next line with anything in it is the value. */
	| { readonly kind: 'next' }
	/** The lines that are indented further than the name are: a block scalar of YAML. */
	| { readonly kind: 'block'; readonly indent: number }
	/** The lines up to a marker are: a heredoc. */
	| { readonly kind: 'heredoc'; readonly marker: string }
	/** What is before the next such quote is. */
	| { readonly kind: 'quote'; readonly quote: string };

export interface Assigned {
	readonly stretches: readonly Stretch[];
	readonly below?: Below;
}

/** The values that a line gives to names of secrets, and what of a value is on the lines below. */
export function assignedIn(line: string): Assigned {
	const stretches: Stretch[] = [];
	let below: Below | undefined;
	let from = 0;
	for (const { index, 0: found } of line.matchAll(word)) {
		if (index < from) continue;
		const start = edge(line, index, -1);
		const end = edge(line, index + found.length - 1, 1) + 1;
		const value = line.slice(start, end) === 'PASS' ? undefined : valueBehind(line, start, end); // what go test says
		if (value === undefined) continue;
		below = value.below;
		if (value.end > value.start && !isHarmless(line.slice(value.start, value.end))) stretches.push(value);
		from = Math.max(end, value.end);
	}
	return { stretches, ...(below ? { below } : {}) };
}

/** The first or last character of the name that a character is in. */
function edge(line: string, at: number, step: 1 | -1): number {
	let to = at;
	while (Math.abs(to - at) < longest && partOfName.test(line[to + step] ?? '')) to += step;
	return to;
}

const operator = /(?:\\*["'`])?\]?[ \t]*(?:=>|:=|[:=])[ \t]*/y;
const blank = /[ \t]+(?=[^\s-])/y;
const opening = /\\*["'`]/y;
const scheme = /(?:Bearer|Basic|Token)[ \t]+(?=\S)/iy;
const bare = /[^\s"'`]+/y;
const block = /[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/y;
const heredoc = /<<[-~]?["']?(\w+)["']?[ \t]*$/y;

function valueBehind(line: string, nameStart: number, nameEnd: number): (Stretch & { readonly below?: Below }) | undefined {
	const isFlag = line[nameStart] === '-' || line[nameStart - 1] === '-';
	const assigns = matchAt(operator, line, nameEnd);
	const start = assigns ? nameEnd + assigns[0].length : isFlag ? nameEnd + (matchAt(blank, line, nameEnd)?.[0].length ?? 0) : nameEnd;
	if (start === nameEnd) return undefined;
	const none = { start, end: start };
	if (line.slice(start).trim() === '') return assigns ? { ...none, below: { kind: 'next' } } : none;
	if (matchAt(block, line, start)) return { ...none, below: { kind: 'block', indent: line.length - line.trimStart().length } };
	const marker = matchAt(heredoc, line, start)?.[1];
	if (marker !== undefined) return { ...none, below: { kind: 'heredoc', marker } };
	const quote = matchAt(opening, line, start)?.[0];
	if (quote !== undefined) return quoted(line, start + quote.length, quote);
	const from = start + (matchAt(scheme, line, start)?.[0].length ?? 0);
	const value = matchAt(bare, line, from)?.[0] ?? '';
	const after = /[),;.\]}\\]+$/.exec(value)?.[0] ?? '';
	return { start: from, end: from + value.length - (value.length > after.length ? after.length : 0) };
}

/** What is up to the same quote, escaped as often; without one, the rest of the line and what comes below. */
function quoted(line: string, start: number, quote: string): Stretch & { readonly below?: Below } {
	for (let end = line.indexOf(quote, start); end !== -1; end = line.indexOf(quote, end + 1)) {
		let slashes = 0;
		while (line[end - 1 - slashes] === '\\') slashes++;
		if (quote.length > 1 ? slashes === 0 : slashes % 2 === 0) return { start, end };
	}
	return { start, end: line.length, below: { kind: 'quote', quote } };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
