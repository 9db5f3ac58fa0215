import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

/** The tests that look at facts, rules and the engine, the quick ones first: the first that fails ends a mutant. */
const folders = ['facts', 'engine', 'checklist', 'docs', 'release', 'cli', 'generate', 'drafts', 'protocol', 'scaffold', ''];
/** Those that run programs, or read the sources of the tests; and two that take long and look at what others look at too. */
const without = /^(?:architecture|assertions|contributing|derived|want|words|packages)|^cli\/program|^protocol\/(?:stdio|robustness|workspace)/;

const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
	.map(path => path.replaceAll('\\', '/'))
	.filter(path => path.endsWith('.test.ts') && !path.includes('node_modules/') && !without.test(path))
	.sort();
const folderOf = path => (path.includes('/') ? path.split('/')[0] : '');
const ordered = folders.flatMap(folder => all.filter(path => folderOf(path) === folder));

// One bundle, as mutants are told apart by numbers that count through all sources, and what is loaded once is run often.
await build({
	stdin: { contents: ordered.map(path => `import './test/${path}';\n`).join(''), resolveDir: '.' },
	bundle: true,
	keepNames: true,
	platform: 'node',
	format: 'esm',
	packages: 'external',
	logLevel: 'warning',
	outfile: 'out/mutate/tests.mjs',
});
