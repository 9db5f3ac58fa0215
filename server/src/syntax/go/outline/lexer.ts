/** Where a file stops being Go. */
export class Broken extends Error {}

/** What a token is: a name or keyword, a literal, a punctuation mark as written, `;` also at the end of a line that ends a statement, `''` at the end of the file. */
export type Token = 'name' | 'string' | 'number' | 'rune' | (string & {});

const blank = /[ \t\r]*/y;
const word = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const digits = /\.?\d(?:[eEpP][+-]|[\w.])*/y;
const quoted = /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y;
const rune = /'(?:[^'\\\n]{1,2}|\\[^\n]+?)'/y;
const inBrackets = /[()[\]{}"'`]|\/\/|\/\*/g;
const inBody = /[{}"'`]|\/\/|\/\*/g;

/** None of the keywords in declarations ends a statement at the end of a line (Go specification, "Semicolons"). */
const goesOn = new Set(['package', 'import', 'const', 'var', 'type', 'func', 'struct', 'interface', 'map', 'chan']);
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The tokens of a Go file one by one, comments among them (go/scanner Scan); whole bodies and brackets at once. */
export class Lexer {
	readonly text: string;
	/** The current token, and its offsets. */
	token: Token = '';
	start = 0;
	end = 0;

	constructor(text: string) {
		this.text = text;
		this.end = text.startsWith('\ufeff') ? 1 : 0;
		this.start = this.end;
	}

	/** The current token as written. */
	get value(): string {
		return this.text.slice(this.start, this.end);
	}

	/** Whether the current token is this name or keyword. */
	is(keyword: string): boolean {
		return this.token === 'name' && this.value === keyword;
	}

	/** Goes from the brace that opens a body to the one that closes it: of what is in it only braces count. */
	closeBody(): void {
		let depth = 1;
		inBody.lastIndex = this.end;
		for (let found = inBody.exec(this.text); found !== null; found = inBody.exec(this.text)) {
			const [mark] = found;
			if (mark === '{') depth++;
			else if (mark !== '}') inBody.lastIndex = this.#behind(mark, found.index);
			else if (--depth === 0) {
				[this.token, this.start, this.end] = ['}', found.index, found.index + 1];
				return;
			}
		}
		throw new Broken();
	}

	/** Goes from an opening bracket to the one that closes it. */
	close(): void {
		const open: string[] = [closers[this.token] as string];
		inBrackets.lastIndex = this.end;
		for (let found = inBrackets.exec(this.text); found !== null; found = inBrackets.exec(this.text)) {
			const [mark] = found;
			if (mark in closers) open.push(closers[mark] as string);
			else if (mark === open.at(-1)) {
				open.pop();
				if (open.length > 0) continue;
				[this.token, this.start, this.end] = [mark, found.index, found.index + 1];
				return;
			} else inBrackets.lastIndex = this.#behind(mark, found.index);
		}
		throw new Broken();
	}

	/** The offset behind a comment or a literal that starts with a mark; a bracket that closes another than the open one starts neither. */
	#behind(mark: string, start: number): number {
		if (mark === '//') return endOf(this.text.indexOf('\n', start), this.text.length);
		if (mark === '/*') return this.#blockEnd(start);
		const pattern = mark === "'" ? rune : quoted;
		pattern.lastIndex = start;
		if (!pattern.test(this.text)) throw new Broken();
		return pattern.lastIndex;
	}

	#blockEnd(start: number): number {
		const end = this.text.indexOf('*/', start + 2);
		if (end === -1) throw new Broken();
		return end + 2;
	}

	/** Goes on by one token, comments included (go/scanner Scan). */
	advance(): void {
		const { text } = this;
		const ends = this.#endsStatement();
		for (;;) {
			blank.lastIndex = this.end;
			blank.test(text);
			this.start = blank.lastIndex;
			this.end = this.start + 1;
			if (text[this.start] !== '\n') break;
			if (ends) {
				this.token = ';';
				return;
			}
		}
		const first = text[this.start];
		if (first === undefined) {
			this.end = this.start;
			this.token = ends ? ';' : '';
		} else if (first === '/' && (text[this.end] === '/' || text[this.end] === '*')) this.#comment(ends);
		else if (first === '"' || first === '`') this.#take(quoted, 'string');
		else if (first === "'") this.#take(rune, 'rune');
		else if (this.#matches(word)) this.#take(word, 'name');
		else if (this.#matches(digits)) this.#take(digits, 'number');
		else if (/[!%&()*+,\-./:;<=>[\]^{|}~]/.test(first)) this.token = first;
		else throw new Broken();
	}

	/** A comment that reaches the end of the line is behind the statement that it ends: first the `;`, which takes no room, then the comment. */
	#comment(ends: boolean): void {
		const { text, start } = this;
		const line = text[start + 1] === '/';
		const end = line ? endOf(text.indexOf('\n', start), text.length) : this.#blockEnd(start);
		if (ends && (line || this.#endsLine(start))) {
			this.end = start;
			this.token = ';';
		} else {
			this.end = end;
			this.token = 'comment';
		}
	}

	/** Whether nothing but comments stands between here and the end of the line (go/scanner findLineEnd). */
	#endsLine(start: number): boolean {
		const { text } = this;
		for (let at = start; ; ) {
			if (text[at] !== '/') return text[at] === '\n' || at === text.length;
			if (text[at + 1] !== '*') return text[at + 1] === '/';
			const end = this.#blockEnd(at);
			if (this.breaks(at, end)) return true;
			blank.lastIndex = end;
			blank.test(text);
			at = blank.lastIndex;
		}
	}

	#take(pattern: RegExp, token: Token): void {
		if (!this.#matches(pattern)) throw new Broken();
		this.end = pattern.lastIndex;
		this.token = token;
	}

	#matches(pattern: RegExp): boolean {
		pattern.lastIndex = this.start;
		return pattern.test(this.text);
	}

	#endsStatement(): boolean {
		if (this.token === 'name') return !goesOn.has(this.value);
		return this.token === 'string' || this.token === 'number' || this.token === 'rune' || this.token === ')' || this.token === ']' || this.token === '}';
	}

	/** Whether a line ends between two offsets. */
	breaks(from: number, to: number): boolean {
		return this.text.slice(from, to).includes('\n'); // and not the text from there on, which may be one line of megabytes
	}
}

const endOf = (index: number, length: number) => (index === -1 ? length : index);
