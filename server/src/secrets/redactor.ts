import { keyBegin, keyEnd, redact, redacted } from './redact';

const begins = new RegExp(`${keyBegin}(?![\\s\\S]*${keyEnd})`);
const ends = new RegExp(`^[\\s\\S]*?${keyEnd}`);

/** Takes known secrets, and what looks like one, out of a log while it is written, line by line. */
export class Redactor {
	readonly #secrets: readonly string[];
	#inKey = false;
	/** The last line with anything in it, where that ends with what may be the name of a secret. */
	#before = '';

	/** `secrets` are known values, the longest first. */
	constructor(secrets: readonly string[]) {
		this.#secrets = secrets;
	}

	/** The next line, without its end. */
	line(text: string): string {
		if (this.#inKey && !ends.test(text)) return redacted;
		let rest = this.#inKey ? text.replace(ends, redacted) : text;
		this.#inKey = begins.test(rest);
		for (const secret of this.#secrets) rest = rest.replaceAll(secret, redacted);
		const out = this.#afterBefore(rest);
		if (rest.trim() !== '') this.#before = /[:=>][ \t]*$/.test(rest) ? `${rest}\n` : '';
		return out;
	}

	/** A line without secrets, where the lines before may say that it is one. */
	#afterBefore(line: string): string {
		if (this.#before === '') return redact(line);
		const [before, both] = [redact(this.#before), redact(this.#before + line)];
		return both.startsWith(before) ? both.slice(before.length) : redacted;
	}
}
