import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Grammars, loadGrammars } from '../../server/src/syntax/grammars';

const require = createRequire(`${process.cwd()}/package.json`);
const bytes = (name: string) => new Uint8Array(readFileSync(require.resolve(name)));

let loaded: Promise<Grammars> | undefined;

/** The grammars, loaded once a test run. */
export const grammars = (): Promise<Grammars> =>
	(loaded ??= loadGrammars({
		runtime: bytes('web-tree-sitter/web-tree-sitter.wasm'),
		hcl: bytes('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm'),
	}));
