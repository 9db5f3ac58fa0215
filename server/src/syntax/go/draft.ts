import { type Node, NodeTable } from '../../text/nodes';
import { brief } from './brief';
import type { Captured } from './captures';
import type { GoField, GoFile, GoText } from './file';

/** A value that is still being put together. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A thing whose parts are still coming: what it is, where it ends, and what takes its parts. */
export interface Open {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	/** Of a type: where its fields go. */
	readonly type?: { fields?: readonly GoField[] };
	/** Of a composite literal: its type, once that was seen. */
	readonly literal?: { type?: GoText };
	part(name: string, text: GoText, captured: Captured): void;
}

/** The file as far as it was read, and what encloses the place that was reached. */
export class Draft {
	readonly source: string;
	readonly file: Mutable<GoFile>;
	readonly nodes = new NodeTable();
	/** The things that are open, the innermost last. */
	readonly stack: Open[] = [];
	/** The `type` declaration that was seen last. */
	declaration: { readonly node: Node; readonly end: number; readonly grouped: boolean; count: number } | undefined;
	#functionEnd = -1;

	constructor(source: string) {
		const generated = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/m.test(source.slice(0, 4096));
		this.source = source;
		this.file = { imports: [], types: [], functions: [], calls: [], literals: [], bindings: [], returns: [], directives: [], problems: [], generated };
	}

	/** From here to an offset everything stands in the function that was added last. */
	enterFunction(end: number): void {
		this.#functionEnd = end;
	}

	/** The index of the function that an offset stands in, -1 at package level. */
	functionAt(start: number): number {
		return start < this.#functionEnd ? this.file.functions.length - 1 : -1;
	}

	/** The text of a capture, and its node. */
	text({ start, end }: Captured): GoText {
		return { text: brief(this.source.slice(start, end)), node: this.nodes.add(start, end) };
	}
}
