import type { Language, Parser, Query } from 'web-tree-sitter';
import type { NodeSpans } from '../../text/nodes';
import { Builder } from './builder';
import { type Captured, inOrder } from './captures';
import { attachDocs } from './docs';
import type { GoComments, GoFile } from './file';

/** The loaded grammar: a parser set to Go, and the compiled query of `query.ts`. Made once by whoever loads the grammars. */
export interface GoGrammar {
	readonly language: Language;
	readonly parser: Parser;
	readonly query: Query;
}

/** What a Go file says, where it says it, and its comments, which are apart so that an edit to one leaves `file` as it was. */
export interface GoParse {
	readonly file: GoFile;
	readonly spans: NodeSpans;
	readonly comments: GoComments;
}

/** Reads a Go file, whatever state it is in. Never throws: what cannot be read is missing, and `file.problems` says so. */
export function parseGo(grammar: GoGrammar, text: string): GoParse {
	const builder = new Builder(text);
	for (const captured of capture(grammar, text)) builder.see(captured);
	const { file, spans, comments, documentable } = builder.finish();
	return { file, spans, comments: { all: comments, docs: attachDocs(text, comments, documentable) } };
}

function capture({ parser, query }: GoGrammar, text: string): readonly Captured[] {
	const tree = parser.parse(text);
	if (tree === null) return [];
	try {
		return inOrder(query.captures(tree.rootNode));
	} finally {
		tree.delete();
	}
}
