import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const what = process.argv[2] ?? 'all';
const production = process.argv.includes('--production');

/**
 * What every bundle has in common. What people run is small, as half of a short run is spent reading it; names stay as they are, as facts are called by them where one breaks; only tests, which count
 * computations by them, have them kept exactly, which costs a call for every function that is made.
 */
const common = {
	bundle: true,
	logLevel: 'warning',
	minifyWhitespace: what !== 'test',
	minifySyntax: what !== 'test',
	sourcemap: production ? false : 'linked',
	legalComments: 'none',
};

/** The files below a folder that pass, with `/`. */
const under = (root, passes) =>
	readdirSync(root, { recursive: true, encoding: 'utf8' })
		.map(path => join(root, path).replaceAll('\\', '/'))
		.filter(passes)
		.sort();

/** The grammars, which are read when a program starts. */
function copyGrammars(to) {
	mkdirSync(to, { recursive: true });
	cpSync('node_modules/web-tree-sitter/web-tree-sitter.wasm', join(to, 'tree-sitter.wasm'));
	cpSync('node_modules/tree-sitter-go/tree-sitter-go.wasm', join(to, 'go.wasm'));
	cpSync('node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm', join(to, 'hcl.wasm'));
}

/** The rules' pages, in one file that is read when one is asked for. */
function writePages(to) {
	const root = 'server/src/rules';
	const pages = under(root, path => path.endsWith('/README.md')).map(path => [dirname(path).slice(root.length + 1), readFileSync(path, 'utf8')]);
	mkdirSync(dirname(to), { recursive: true });
	writeFileSync(to, JSON.stringify(Object.fromEntries(pages)));
}

if (what === 'test') {
	rmSync('out/test', { recursive: true, force: true });
	const only = process.argv[3];
	await build({
		...common,
		keepNames: true,
		entryPoints: under('test', path => path.endsWith('.test.ts') && !path.startsWith('test/editor/') && (only === undefined || path.includes(only))),
		outdir: 'out/test',
		outbase: 'test',
		platform: 'node',
		format: 'esm',
		packages: 'external',
		sourcemap: 'inline',
	});
} else {
	rmSync('dist', { recursive: true, force: true });
	copyGrammars('dist/grammars');
	writePages('dist/pages.json');
	// Its ES module asks where it lies, which a CommonJS bundle cannot answer.
	const alias = { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' };
	const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'], outExtension: { '.js': '.cjs' }, alias };
	await build({
		...node,
		entryPoints: { cli: 'server/src/main.cli.ts' },
		outdir: 'dist',
		banner: { js: '#!/usr/bin/env node' },
	});
	await build({ ...node, entryPoints: { server: 'server/src/main.node.ts' }, outdir: 'dist' });
	await build({ ...node, entryPoints: { client: 'client/src/main.node.ts' }, outdir: 'dist', external: ['vscode'] });
	writeFileSync('dist/built', ''); // newer than every source: what scripts/setup.mjs looks at
}
