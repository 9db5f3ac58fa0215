import type { Position, Range } from 'vscode-languageserver';
import { Lines } from '../text/lines';
import type { Span } from '../text/span';

/** What is needed of a file to say where in it something stands. */
export interface PositionSource {
	/** Its text as facts see it; empty if there is none. */
	text(path: string): string;
	/** The offset of that text in the editor's first line. */
	lead(path: string): number;
}

/** Turns offsets into positions and back. Remembers where the lines of a text start, for as long as the text is the same. */
export class Positions {
	readonly #source: PositionSource;
	readonly #known = new Map<string, { readonly text: string; readonly lines: Lines }>();

	constructor(source: PositionSource) {
		this.#source = source;
	}

	range(path: string, { start, end }: Span): Range {
		return { start: this.position(path, start), end: this.position(path, end) };
	}

	position(path: string, offset: number): Position {
		const { line, column } = this.#lines(path).positionAt(offset);
		return { line, character: line === 0 ? column + this.#source.lead(path) : column };
	}

	/** The offset of a position; one beyond the end of its line is that end, one beyond the last line the end of the text. */
	offset(path: string, { line, character }: Position): number {
		const { start, end } = this.#lines(path).lineAt(line);
		return Math.min(end, start + Math.max(0, character - (line === 0 ? this.#source.lead(path) : 0)));
	}

	/** Forgets the files that are no longer needed. */
	keep(paths: ReadonlySet<string>): void {
		for (const path of this.#known.keys()) if (!paths.has(path)) this.#known.delete(path);
	}

	#lines(path: string): Lines {
		const text = this.#source.text(path);
		const known = this.#known.get(path);
		if (known?.text === text) return known.lines;
		const lines = new Lines(text);
		this.#known.set(path, { text, lines });
		return lines;
	}
}
