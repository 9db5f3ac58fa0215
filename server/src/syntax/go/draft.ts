import { type Node, NodeTable } from '../../text/nodes';
import type { Captured } from './captures';
import type { Documentable } from './docs';
import type { GoComment, GoField, GoFile, GoText } from './file';
import { fold } from './parameters';

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
	readonly comments: GoComment[] = [];
	readonly documentable: Documentable[] = [];
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

	/** A node that a comment can document. */
	documented(start: number, end: number): Node {
		const node = this.nodes.add(start, end);
		this.documentable.push({ node, start });
		return node;
	}
}

const long = 4096;

/** An expression as facts keep it: of a function literal, a struct or an interface only the word, as their insides are reported apart. */
function brief(source: string): string {
	const word = source.endsWith('}') ? /^(?:func|struct|interface)\b(?=[\s({])/.exec(source)?.[0] : undefined;
	if (word !== undefined && !/^interface\s*\{\s*\}$/.test(source)) return word;
	if (source.startsWith('{')) return '{';
	if (source.length <= long || /^["`]/.test(source)) return fold(source);
	return fold(source.slice(0, Math.max(0, source.indexOf('{')) || long));
}
