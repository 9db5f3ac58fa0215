import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Grammars, loadGrammars } from '../syntax/grammars';

/** Loads the grammars that the build put beside the bundle; rejects if they are missing. */
export const loadGrammarsBeside = (bundle: string): Promise<Grammars> => {
	const bytes = (name: string) => new Uint8Array(readFileSync(join(bundle, 'grammars', name)));
	return loadGrammars({ runtime: bytes('tree-sitter.wasm'), hcl: bytes('hcl.wasm') });
};
