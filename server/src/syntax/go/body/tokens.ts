import { Broken } from '../outline/lexer';

const keywords = new Set(
	'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var'.split(
		' ',
	),
);

/** The operators by their first character, the longest first (Go specification, "Operators and punctuation"). */
const operators: ReadonlyArray<readonly string[] | undefined> = (() => {
	const all = '&^= <<= >>= ... && || <- ++ -- == != <= >= := += -= *= /= %= &= |= ^= << >> &^ + - * / % & | ^ < > = ! ( ) [ ] { } , ; . : ~'.split(' ');
	const byFirst: string[][] = [];
	for (const operator of all) {
		const code = operator.charCodeAt(0);
		byFirst[code] ??= [];
		byFirst[code]?.push(operator);
	}
	return byFirst;
})();

/** After these a line end ends a statement (Go specification, "Semicolons"). */
const ending = new Set(['break', 'continue', 'fallthrough', 'return', '++', '--', ')', ']', '}']);

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * The tokens of a stretch of Go, comments left out: keywords and operators as written, `name`, `string`, `number`, `rune`, `;` also where
 * a line end ends a statement, `eof`. By character codes, as a body has a hundred thousand of them and it is read at each keystroke.
 */
export class Tokens {
	readonly text: string;
	token = '';
	start = 0;
	end = 0;
	/** Where the token before this one ends. */
	behind = 0;
	/** The name, where the token is one. */
	name = '';
	#ends = false;

	constructor(text: string) {
		this.text = text;
	}

	/** Goes on by one token. */
	next(): void {
		this.behind = this.end;
		this.#read();
		const { token } = this;
		this.#ends = token === 'name' || token === 'string' || token === 'number' || token === 'rune' || ending.has(token);
	}

	/** Whether the current token is this one. */
	at(token: string): boolean {
		return this.token === token;
	}

	/** Goes on from a token that must be here. */
	expect(token: string): void {
		if (this.token !== token) throw new Broken();
		this.next();
	}

	/** The current token as written. */
	get value(): string {
		return this.text.slice(this.start, this.end);
	}

	#read(): void {
		const { text } = this;
		for (;;) {
			const code = text.charCodeAt(this.end);
			if (code === 32 || code === 9 || code === 13) this.end++;
			else if (code === 10) {
				this.end++;
				if (this.#ends) {
					this.#set(';', this.end - 1, this.end);
					return;
				}
			} else if (code === 47 && this.#comment()) {
				if (this.token === ';') return;
			} else {
				if (isLetter(code)) this.#word();
				else if (code === 34 || code === 96 || code === 39) this.#quoted(code);
				else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(this.end + 1)))) this.#number();
				else this.#operator(code);
				return;
			}
		}
	}

	#set(token: string, start: number, end: number): void {
		this.token = token;
		this.start = start;
		this.end = end;
	}

	/** Goes behind a comment, where one is here. One that ends the line also ends the statement before it, with a `;` that takes no room. */
	#comment(): boolean {
		const { text, end: start } = this;
		const second = text.charCodeAt(start + 1);
		if (second !== 47 && second !== 42) return false;
		const found = second === 47 ? text.indexOf('\n', start) : text.indexOf('*/', start + 2);
		if (found === -1 && second === 42) throw new Broken();
		const end = found === -1 ? text.length : second === 47 ? found : found + 2;
		this.token = '';
		this.end = end;
		if (this.#ends && second === 42 && text.slice(start, end).includes('\n')) {
			this.#ends = false;
			this.#set(';', start, end);
		}
		return true;
	}

	#word(): void {
		const { text, end: start } = this;
		let end = start + 1;
		for (let code = text.charCodeAt(end); isLetter(code) || isDigit(code); code = text.charCodeAt(end)) end++;
		const word = text.slice(start, end);
		const keyword = keywords.has(word);
		this.name = keyword ? '' : word;
		this.#set(keyword ? word : 'name', start, end);
	}

	#quoted(quote: number): void {
		const { text, end: start } = this;
		let end = start + 1;
		if (quote === 96) end = text.indexOf('`', end);
		else
			for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
				if (code === 10 || Number.isNaN(code)) throw new Broken();
				end += code === 92 ? 2 : 1;
			}
		if (end === -1 || end >= text.length) throw new Broken();
		this.#set(quote === 39 ? 'rune' : 'string', start, end + 1);
	}

	/** A number; whether its digits are right is not looked at. */
	#number(): void {
		const { text, end: start } = this;
		const hex = /^0[xX]/.test(text.slice(start, start + 2));
		let end = start;
		for (;;) {
			const code = text.charCodeAt(end);
			const sign = code === 43 || code === 45;
			const before = sign ? text.charCodeAt(end - 1) | 32 : 0;
			if (sign ? end > start && before === (hex ? 112 : 101) : isDigit(code) || isLetter(code) || code === 46) end++;
			else break;
		}
		this.#set('number', start, end);
	}

	#operator(code: number): void {
		const { text, end: start } = this;
		if (Number.isNaN(code)) {
			this.#set(this.#ends ? ';' : 'eof', start, start);
			return;
		}
		const found = operators[code]?.find(operator => text.startsWith(operator, start));
		if (found === undefined) throw new Broken();
		this.#set(found, start, start + found.length);
	}
}
