import { Broken } from '../outline/lexer';
import { isNumber, isRune, numberEnd, quotedEnd } from './literals';
import { operatorAt, widths } from './operators';
import { keywords, Token } from './token';

/** What is thrown where something cannot be read: one for all, as a stack trace takes longer than reading a function. */
export const broken = new Broken();

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
const isDigit = (code: number) => code >= 48 && code <= 57;
const word = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** The tokens of a stretch of Go one by one, comments left out, `;` also where a line end ends a statement (Go specification, "Semicolons"). */
export class Tokens {
	readonly text: string;
	token = Token.End;
	start = 0;
	end = 0;
	/** Where the token before this one ends. */
	behind = 0;
	/** The name, where the token is one. */
	name = '';
	/** How many braces are open, that of the current token counted. */
	braces = 0;
	/** From where on no comment is closed, which need not be looked for again. */
	#unclosed = Number.POSITIVE_INFINITY;

	constructor(text: string) {
		this.text = text;
	}

	/** Goes on by one token; gives it. */
	next(): Token {
		const { text } = this;
		let at = this.end;
		this.behind = at;
		let code = text.charCodeAt(at);
		for (; ; code = text.charCodeAt(++at)) {
			if (code === 32 || code === 9 || code === 13) continue;
			if (code === 10) {
				if (this.token <= Token.CloseBrace) return this.#set(Token.Semicolon, at, at + 1);
			} else if (code === 47) {
				const end = this.#commentEnd(at);
				if (end === 0) break;
				if (end < 0) return this.#set(Token.Bad, at, text.length);
				// A comment of several lines is a line end.
				if (this.token <= Token.CloseBrace && text.charCodeAt(at + 1) === 42 && text.slice(at, end).includes('\n')) return this.#set(Token.Semicolon, at, end);
				at = end - 1;
			} else break;
		}
		this.start = at;
		if (isLetter(code)) return this.#word(at);
		if (code === 34 || code === 39) return this.#quoted(at, code);
		if (code === 96) return this.#raw(at);
		if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)))) return this.#number(at);
		return this.#operator(at, code);
	}

	/** Whether the current token is this one. */
	at(token: Token): boolean {
		return this.token === token;
	}

	/** Goes on from a token that must be here. */
	expect(token: Token): void {
		if (this.token !== token) throw broken;
		this.next();
	}

	/** The current token as written. */
	get value(): string {
		return this.text.slice(this.start, this.end);
	}

	/** A place to go back to. */
	mark(): Readonly<Pick<Tokens, 'token' | 'start' | 'end' | 'behind' | 'name' | 'braces'>> {
		const { token, start, end, behind, name, braces } = this;
		return { token, start, end, behind, name, braces };
	}

	/** Goes back to a place. */
	back(to: ReturnType<Tokens['mark']>): void {
		Object.assign(this, to);
	}

	#set(token: Token, start: number, end: number): Token {
		this.start = start;
		this.end = end;
		this.token = token;
		return token;
	}

	/** Where a comment ends that starts with a slash here: 0 where it starts none, -1 where it is not closed. */
	#commentEnd(start: number): number {
		const { text } = this;
		const second = text.charCodeAt(start + 1);
		if (second === 47) {
			const end = text.indexOf('\n', start);
			return end === -1 ? text.length : end;
		}
		if (second !== 42) return 0;
		const end = start < this.#unclosed ? text.indexOf('*/', start + 2) : -1;
		if (end !== -1) return end + 2;
		this.#unclosed = Math.min(this.#unclosed, start);
		return -1;
	}

	#word(start: number): Token {
		const { text } = this;
		const first = text.charCodeAt(start);
		let end = start;
		let plain = true;
		for (let code = first; isLetter(code) || isDigit(code); code = text.charCodeAt(++end)) if (code >= 128) plain = false;
		const name = text.slice(start, end);
		this.end = end;
		if (!plain && !word.test(name)) return this.#set(Token.Bad, start, end);
		if (first >= 98 && first <= 118 && end - start <= 11) {
			const keyword = keywords.get(name);
			if (keyword !== undefined) {
				this.token = keyword;
				return keyword;
			}
		}
		this.name = name;
		this.token = Token.Name;
		return Token.Name;
	}

	#quoted(start: number, quote: number): Token {
		const end = quotedEnd(this.text, start);
		if (end < 0) return this.#set(Token.Bad, start, -1 - end);
		if (quote === 34) return this.#set(Token.String, start, end);
		return this.#set(isRune(this.text, start, end) ? Token.Rune : Token.Bad, start, end);
	}

	#raw(start: number): Token {
		const end = this.text.indexOf('`', start + 1);
		return end === -1 ? this.#set(Token.Bad, start, this.text.length) : this.#set(Token.String, start, end + 1);
	}

	#number(start: number): Token {
		const end = numberEnd(this.text, start);
		return this.#set(isNumber(this.text.slice(start, end)) ? Token.Number : Token.Bad, start, end);
	}

	#operator(start: number, code: number): Token {
		const { text } = this;
		if (start >= text.length) return this.#set(this.token <= Token.CloseBrace ? Token.Semicolon : Token.End, start, start);
		const token = operatorAt(text, start, code);
		this.token = token;
		this.end = start + (widths[token] as number);
		if (token === Token.OpenBrace) this.braces++;
		else if (token === Token.CloseBrace) this.braces--;
		return token;
	}
}
