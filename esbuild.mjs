import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { licenses } from './scripts/bundledLicenses.mjs';
import { buildPrograms, common, under } from './scripts/bundles.mjs';

// `node esbuild.mjs` builds what people run into dist/, `node esbuild.mjs test [part of a path]` the tests into out/test/,
// `node esbuild.mjs rule` those of rules' pages into out/rule/.
const [what = 'all', only] = process.argv.slice(2);
const sourcemap = process.argv.includes('--production') ? false : 'linked';

const tests =
	what === 'rule'
		? ['test/rules.test.ts', 'test/fixes.test.ts', 'test/wording.test.ts']
		: under('test', path => path.endsWith('.test.ts') && !/^test\/(?:editor|mutate)\//.test(path) && (only === undefined || path.includes(only)));

if (what === 'test' || what === 'rule') {
	rmSync(`out/${what}`, { recursive: true, force: true });
	await build({
		...common,
		minifyWhitespace: false,
		minifySyntax: false,
		keepNames: true, // tests count computations by them; it costs a call for every function that is made
		entryPoints: tests,
		outdir: `out/${what}`,
		outbase: 'test',
		platform: 'node',
		format: 'esm',
		packages: 'external',
		alias: { vscode: './test/client/support/vscode.ts' }, // the client's tests run without an editor
		sourcemap: 'inline',
	});
} else {
	rmSync('dist', { recursive: true, force: true });
	const bundled = licenses('node_modules/web-tree-sitter', 'node_modules/@tree-sitter-grammars/tree-sitter-hcl');
	const node = await buildPrograms('dist', { sourcemap, plugins: [bundled.plugin] });
	await build({ ...node, entryPoints: { client: 'client/src/main.node.ts' }, outdir: 'dist', outExtension: { '.js': '.cjs' }, external: ['vscode'] });
	await build({ ...common, sourcemap, platform: 'browser', target: 'es2022', format: 'iife', entryPoints: ['client/webview/integration.ts'], outdir: 'dist' });
	writeFileSync('dist/LICENSES.txt', bundled.text());
	writeFileSync('dist/built', ''); // newer than every source: what scripts/setup.mjs looks at
}
