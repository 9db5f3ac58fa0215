import type { Span } from './span';

/** A position as editors count: line and column from 0, columns in UTF-16 code units. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** The lines of a text: offsets to positions and back. A line ends with `\n`, `\r\n` or a lone `\r`, as in LSP. */
export class Lines {
	readonly #starts: number[] = [0];
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
		for (const end of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(end.index + end[0].length);
	}

	/** How many lines there are; a text that ends with a line break has an empty last one. */
	get count(): number {
		return this.#starts.length;
	}

	/** The position of an offset, clamped to the text. */
	positionAt(offset: number): Position {
		const at = Math.max(0, Math.min(offset, this.#text.length));
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] as number) <= at) low = middle;
			else high = middle - 1;
		}
		return { line: low, column: at - (this.#starts[low] as number) };
	}

	/** The span of a line without its line break; empty beyond the last one. */
	lineAt(line: number): Span {
		const start = this.#starts[line] ?? this.#text.length;
		const next = this.#starts[line + 1];
		if (next === undefined) return { start, end: this.#text.length };
		const end = this.#text[next - 1] === '\n' && this.#text[next - 2] === '\r' ? next - 2 : next - 1;
		return { start, end };
	}

	/** Where the line after this one starts, or the end of the text. */
	startAfter(line: number): number {
		return this.#starts[line + 1] ?? this.#text.length;
	}
}

/** The line end that a text uses: that of its first line, `\n` where it has only one line. */
export const lineEndOf = (text: string): '\n' | '\r\n' => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');
