import { Language, Parser, Query } from 'web-tree-sitter';
import type { GoGrammar } from './go/parse';
import { query } from './go/query';

/** The parsers that facts use. Loading waits for WebAssembly, so it is done once, before the first fact is asked for. */
export interface Grammars {
	readonly go: GoGrammar;
	readonly hcl: Parser;
}

/** The three WebAssembly files, as a composition root read them: tree-sitter itself, and the two grammars. */
export interface GrammarFiles {
	readonly runtime: Uint8Array;
	readonly go: Uint8Array;
	readonly hcl: Uint8Array;
}

/** Loads the grammars; rejects where a file is not the one that was built with this version. */
export async function loadGrammars(files: GrammarFiles): Promise<Grammars> {
	await Parser.init({ wasmBinary: files.runtime });
	const go = await Language.load(files.go);
	const hcl = new Parser().setLanguage(await Language.load(files.hcl));
	return { go: { language: go, parser: new Parser().setLanguage(go), query: new Query(go, query), broken: new WeakMap() }, hcl };
}
