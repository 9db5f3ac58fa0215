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

/** What the lexer puts before the text of a plain or block scalar. */
const scalarMark = '\u001f';

/** Reads the syntax of a file, giving up where it is nested too deeply or has too many lexemes. */
export function tokensOf(text: string): Tokens {
	const parser = new Parser();
	const tokens: CST.Token[] = [];
	const comments: YamlComment[] = [];
	let count = 0;
	let before = '';
	for (const lexeme of new Lexer().lex(text)) {
		if (++count > most) return { tokens: [], comments: [], unread: 'too large' };
		if (lexeme.startsWith('#') && before !== scalarMark) {
			const comment = lexeme.replace(/\r$/, '');
			comments.push({ text: comment, start: parser.offset, end: parser.offset + comment.length });
		}
		before = lexeme;
		for (const token of parser.next(lexeme)) tokens.push(token);
		if (parser.stack.length > deepest) return { tokens: [], comments: [], unread: 'nested too deeply' };
	}
	for (const token of parser.end()) tokens.push(token);
	return { tokens, comments };
}
