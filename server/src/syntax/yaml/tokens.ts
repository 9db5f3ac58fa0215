import { type CST, Lexer, Parser } from 'yaml';
import type { YamlComment } from './file';

/** The concrete syntax of a YAML file: its top-level tokens and its comments; `tooDeep` where it was left unread. */
export interface Tokens {
	readonly tokens: readonly CST.Token[];
	readonly comments: readonly YamlComment[];
	readonly tooDeep: boolean;
}

/** The maximum nesting of collections: far beyond it, the library ends the process. */
const deepest = 100;

/** Reads the syntax of a file, giving up where it is nested too deeply. */
export function tokensOf(text: string): Tokens {
	const parser = new Parser();
	const tokens: CST.Token[] = [];
	for (const lexeme of new Lexer().lex(text)) {
		tokens.push(...parser.next(lexeme));
		if (parser.stack.length > deepest) return { tokens: [], comments: [], tooDeep: true };
	}
	tokens.push(...parser.end());
	return { tokens, comments: commentsIn(tokens), tooDeep: false };
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
