import { Language, Parser } from 'web-tree-sitter';

/** The parsers that facts use. Loading waits for WebAssembly, so it is done once, before the first fact is asked for. Go has readers of its own. */
export interface Grammars {
	readonly hcl: Parser;
}

/** The WebAssembly files, as a composition root read them: tree-sitter itself, and the grammar. */
export interface GrammarFiles {
	readonly runtime: Uint8Array;
	readonly hcl: Uint8Array;
}

/** Loads the grammars; rejects if a file is not the one that was built with this version. */
export async function loadGrammars(files: GrammarFiles): Promise<Grammars> {
	await Parser.init({ wasmBinary: files.runtime });
	return { hcl: new Parser().setLanguage(await Language.load(files.hcl)) };
}
