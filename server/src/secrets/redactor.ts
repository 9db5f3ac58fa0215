import type { Below } from './assigned';
import { redacted, redactLine } from './line';

/** The first and the last line of a private key as PEM has it; in JSON and Go the line ends between them are escaped. */
const keyMark = /-----(BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,20}-----/g;
const keyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,20}-----/;
/** What of a private key stands on the line of its beginning. */
const keyBody = /(?:\\[nrt]|[A-Za-z0-9+/=])*/y;
/** A line within a private key: base64, or one of the headers of an old one. */
const withinKey = /^[ \t]*(?:[A-Za-z0-9+/=\\]*|(?:Proc-Type|DEK-Info|Version|Comment): .*)[ \t]*$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;

/** The most lines of a quoted secret: a quote that is never closed must not remove the rest of a log. */
const mostLines = 64;

/** Removes known secrets, and what looks like one, from a text line by line, while it is written. */
export class Redactor {
	readonly #secrets: readonly string[];
	#inKey = false;
	#below: Below | undefined;
	#lines = 0;

	/** `secrets` are known values, the longest first. */
	constructor(secrets: readonly string[] = []) {
		this.#secrets = secrets;
	}

	/** The next line, without its end. */
	line(text: string): string {
		if (!text.includes('\u001b')) return this.#plain(text);
		const plain = text.replace(escapes, '');
		const out = this.#plain(plain);
		return out === plain ? text : out; // colors within a secret would hide it
	}

	#plain(text: string): string {
		let rest = text;
		for (const secret of this.#secrets) rest = rest.replaceAll(secret, redacted);
		if (this.#inKey) {
			const end = keyEnd.exec(rest);
			if (end === null && withinKey.test(rest)) return redacted;
			this.#inKey = false;
			if (end !== null) rest = redacted + rest.slice(end.index + end[0].length);
		}
		rest = this.#withoutKeys(rest);
		return this.#below === undefined ? this.#said(rest) : this.#continued(rest, this.#below);
	}

	/** A line with private keys taken out, and with what there is of one that goes on below. */
	#withoutKeys(line: string): string {
		if (!line.includes('-----BEGIN')) return line;
		const marks = [...line.matchAll(keyMark)];
		let out = '';
		let at = 0;
		for (const [i, mark] of marks.entries()) {
			if (mark.index < at || mark[1] !== 'BEGIN') continue;
			const next = marks[i + 1];
			const from = mark.index + mark[0].length;
			out += line.slice(at, mark.index) + redacted;
			if (next?.[1] === 'END') at = next.index + next[0].length;
			else {
				keyBody.lastIndex = from;
				at = from + (keyBody.exec(line)?.[0].length ?? 0);
				this.#inKey = at === line.length;
			}
		}
		return out + line.slice(at);
	}

	#said(line: string): string {
		const { text, below } = redactLine(line);
		this.#below = below;
		this.#lines = 0;
		return text;
	}

	/** A line on which a value may go on that was named above. */
	#continued(line: string, below: Below): string {
		this.#lines++;
		if (line.trim() === '') return line;
		const indent = line.length - line.trimStart().length;
		switch (below.kind) {
			case 'next':
				return this.#next(line, indent);
			case 'block':
				if (indent > below.indent) return line.slice(0, indent) + redacted;
				return this.#said(line);
			case 'heredoc':
				if (line.trim() === below.marker || this.#lines > mostLines) this.#below = undefined;
				return this.#below === undefined ? line : redacted;
			case 'quote': {
				const end = line.indexOf(below.quote);
				if (end === -1 && this.#lines <= mostLines) return redacted;
				this.#below = undefined;
				return end === -1 ? this.#said(line) : redacted + this.#said(line.slice(end));
			}
		}
	}

	/** The value alone on its line; undefined if the line has more than a value. */
	#next(line: string, indent: number): string {
		this.#below = undefined;
		const out = this.#said(line);
		const value = out.slice(indent);
		if (out !== line || value.includes(redacted) || /[:=][ \t]|[:=]$/.test(value) || /^[-#/*]{1,2}[ \t]/.test(value)) return out;
		const [first = ''] = /^["'`]?\S+/.exec(value) ?? [];
		return line.slice(0, indent) + redacted + value.slice(first.length);
	}
}
