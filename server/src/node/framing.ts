import { Transform, type TransformCallback } from 'node:stream';

/** How long a header may be, and a body: what is longer is not a message of an editor, and would be waited for without end. */
const [longestHeader, longestBody] = [4096, 256 * 1024 * 1024];

/**
 * Passes on what a client sends as long as each message has a valid header: the reader of messages takes a negative length for one, and waits for a
 * header without end. What comes behind a broken header is not passed on.
 */
export class Framing extends Transform {
	readonly #broken: () => void;
	/** What has come of a header, and how many bytes of a body are still to come. */
	#header = '';
	#body = 0;
	#isBroken = false;

	/** `broken` is called once, for the first header that is broken. */
	constructor(broken: () => void) {
		super();
		this.#broken = broken;
	}

	override _transform(chunk: Buffer, _: unknown, done: TransformCallback): void {
		if (!this.#isBroken && !this.#takes(chunk)) {
			this.#isBroken = true;
			this.#broken();
		}
		if (this.#isBroken) done();
		else done(null, chunk);
	}

	/** Whether the next bytes go on as the protocol says. */
	#takes(chunk: Buffer): boolean {
		for (let at = 0; at < chunk.length; ) {
			if (this.#body > 0) {
				const taken = Math.min(this.#body, chunk.length - at);
				this.#body -= taken;
				at += taken;
				continue;
			}
			const before = this.#header.length;
			this.#header += chunk.toString('latin1', at, at + longestHeader - before);
			const end = this.#header.indexOf('\r\n\r\n', Math.max(0, before - 3));
			if (end === -1) return this.#header.length < longestHeader;
			const length = lengthIn(this.#header.slice(0, end));
			if (length === undefined) return false;
			at += end + 4 - before;
			this.#header = '';
			this.#body = length;
		}
		return true;
	}
}

/** The length that a header gives; undefined if it is broken. */
function lengthIn(header: string): number | undefined {
	const fields = header.split('\r\n').map(line => /^([^:\s]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? []);
	const [length = '', ...more] = fields.flatMap(([, name, value = '']) => (name?.toLowerCase() === 'content-length' ? [value] : []));
	if (fields.some(({ length }) => length === 0) || more.length > 0 || !/^\d{1,9}$/.test(length)) return undefined;
	return Number(length) <= longestBody ? Number(length) : undefined;
}
