import type { Node, NodeSpans } from '../../../text/nodes';
import { fileLevel, type GoDocs, type GoFile, type GoFunction, type GoImport, type GoType, type GoValue } from '../file';

/** Where one declaration stands: its first offset, and its nodes counted from there. Its text is what its body is read from. */
export interface DeclarationSpans {
	/** What declares it; of what stands outside declarations `file`. */
	readonly kind: 'func' | 'var' | 'const' | 'type' | 'file';
	readonly start: number;
	readonly end: number;
	readonly spans: NodeSpans;
}

/** A file's declarations, the doc comments of its types in their order, and where everything stands: apart, as an edit to a comment leaves the first as it was. */
export interface OutlineParse {
	readonly file: GoFile;
	readonly docs: readonly GoDocs[];
	/** By the keys of declarations; of the file itself by `fileLevel`. */
	readonly places: Readonly<Record<string, DeclarationSpans>>;
}

/** The nodes of one declaration while it is being read. */
export class DeclarationDraft {
	readonly start: number;
	readonly #spans: number[] = [];

	constructor(start: number) {
		this.start = start;
	}

	/** Records a stretch of the file. */
	add(start: number, end: number): Node {
		this.#spans.push(start - this.start, end - this.start);
		return (this.#spans.length / 2 - 1) as Node;
	}

	/** Says where a node that was recorded stands after all. */
	set(node: Node, start: number, end: number): void {
		this.#spans[node * 2] = start - this.start;
		this.#spans[node * 2 + 1] = end - this.start;
	}

	/** It ends here. */
	close(kind: DeclarationSpans['kind'], end: number): DeclarationSpans {
		return { kind, start: this.start, end, spans: this.#spans };
	}
}

/** A file as far as it was read. */
export class OutlineDraft {
	readonly imports: GoImport[] = [];
	readonly types: GoType[] = [];
	readonly docs: GoDocs[] = [];
	readonly functions: GoFunction[] = [];
	readonly values: GoValue[] = [];
	readonly directives: GoFile['directives'][number][] = [];
	readonly problems: Node[] = [];
	/** The nodes of the file itself. */
	readonly own = new DeclarationDraft(0);
	readonly #places: Record<string, DeclarationSpans> = Object.create(null); // a function may be called constructor
	readonly #repeats = new Map<string, number>();
	package = '';
	constrained = false;
	emptyGroup = false;
	generated = false;

	constructor() {
		this.own.add(0, 0); // the package's name
	}

	/** The key for a declaration of this name: the second one of a name is told apart. */
	key(name: string): string {
		const n = (this.#repeats.get(name) ?? 0) + 1;
		this.#repeats.set(name, n);
		return n === 1 ? name : `${name}#${n}`;
	}

	/** Says where a declaration stands. */
	place(decl: string, spans: DeclarationSpans): void {
		this.#places[decl] = spans;
	}

	finish(length: number): OutlineParse {
		const { imports, types, functions, values, directives, problems, constrained, emptyGroup, generated, docs } = this;
		this.#places[fileLevel] = this.own.close('file', length);
		const file = { package: this.package, imports, types, functions, values, directives, generated, constrained, emptyGroup, problems };
		return { file, docs, places: this.#places };
	}
}
