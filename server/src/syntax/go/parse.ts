import type { Language, Parser, Query, Tree } from 'web-tree-sitter';
import type { Parsed } from '../../text/nodes';
import { Builder } from './builder';
import { type Captured, inOrder } from './captures';
import type { GoFile } from './file';

/** The loaded grammar: a parser set to Go, and the compiled query of `query.ts`. Made once by whoever loads the grammars. */
export interface GoGrammar {
	readonly language: Language;
	readonly parser: Parser;
	readonly query: Query;
	/**
	 * Which texts, by the objects that hold them, were found broken: known as soon as one is parsed for any reason, so that none is
	 * parsed twice. It changes when work is done, never what is found.
	 */
	readonly broken: WeakMap<object, boolean>;
}

/** Reads a Go file, whatever state it is in. Never throws: what cannot be read is missing, and `file.problems` says so. */
export function parseGo(grammar: GoGrammar, text: string): Parsed<GoFile> {
	const builder = new Builder(text);
	for (const captured of capture(grammar, text)) builder.see(captured);
	return builder.finish();
}

/** Whether a Go file is broken, without reading what it says: half as dear as `parseGo`. */
export function isBrokenGo({ parser }: GoGrammar, text: string): boolean {
	const tree = parse(parser, text);
	if (tree === null) return false;
	try {
		return tree.rootNode.hasError;
	} finally {
		tree.delete();
	}
}

function capture({ parser, query }: GoGrammar, text: string): readonly Captured[] {
	const tree = parse(parser, text);
	if (tree === null) return [];
	try {
		if (tree.rootNode.hasError && nestsDeeper(text, deepest)) return [{ role: { thing: 'problem', part: undefined, rank: 0 }, start: 0, end: 0 }];
		return inOrder(query.matches(tree.rootNode));
	} finally {
		tree.delete();
	}
}

/** A broken text that opens more brackets than this is not looked into: the query takes seconds over trees of that shape, and nobody wrote it. */
const deepest = 1000;

/** Whether more brackets are open at one place than a number; those in strings count too. */
function nestsDeeper(text: string, number: number): boolean {
	let open = 0;
	for (const [bracket] of text.matchAll(/[()[\]{}]/g)) {
		open += '([{'.includes(bracket) ? 1 : -1;
		if (open > number) return true;
	}
	return false;
}

/** The tree of a text. The grammar knows `new(T)` only; Go 1.26 also has `new(expression)`, which is read as a call of any other function. */
function parse(parser: Parser, text: string): Tree | null {
	const tree = parser.parse(text);
	if (!tree?.rootNode.hasError) return tree;
	const masked = text.replace(newOfExpression, 'neW(');
	if (masked === text) return tree;
	tree.delete();
	return parser.parse(masked);
}

/** A `new(` before something that does not begin as a type, or that is a name but goes on as no type does. */
const newOfExpression = /\bnew\((?!\s*(?:[*[<(]|(?:map|chan|func|struct|interface)\b|(?!true\b|false\b)[A-Za-z_]\w*(?:\.\w+)?\s*[),[]))/g;
