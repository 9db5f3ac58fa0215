import { type CST, Lexer, Parser } from 'yaml';
import type { YamlComment } from './file';

/** The concrete syntax of a YAML file: its top-level tokens and its comments; `unread` says why there are none. */
export interface Tokens {
	readonly tokens: readonly CST.Token[];
	readonly comments: readonly YamlComment[];
	readonly unread?: 'nested too deeply' | 'too large';
}

/** The maximum nesting of collections: far beyond it, the library ends the process. */
const deepest = 100;
/** The maximum number of lexemes: the longest workflow of 53 plugins has 1,700, and each may cost what a build on all platforms costs. */
const most = 20_000;

/** Reads the syntax of a file, giving up where it is nested too deeply or has too many lexemes. */
export function tokensOf(text: string): Tokens {
	const parser = new Parser();
	const tokens: CST.Token[] = [];
	let count = 0;
	for (const lexeme of new Lexer().lex(text)) {
		if (++count > most) return { tokens: [], comments: [], unread: 'too large' };
		tokens.push(...parser.next(lexeme));
		if (parser.stack.length > deepest) return { tokens: [], comments: [], unread: 'nested too deeply' };
	}
	tokens.push(...parser.end());
	return { tokens, comments: commentsIn(tokens) };
}

/** Every comment token, wherever the syntax tree keeps it. */
function commentsIn(tokens: readonly CST.Token[]): YamlComment[] {
	const comments: YamlComment[] = [];
	const open: unknown[] = [...tokens];
	while (open.length > 0) {
		const at = open.pop();
		if (Array.isArray(at)) for (const item of at) open.push(item);
		else if (isRecord(at)) {
			if (at.type === 'comment' && typeof at.source === 'string' && typeof at.offset === 'number') {
				const text = at.source.replace(/\r$/, '');
				comments.push({ text, start: at.offset, end: at.offset + text.length });
			} else for (const value of Object.values(at)) if (typeof value === 'object') open.push(value);
		}
	}
	return comments.sort((a, b) => a.start - b.start);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
