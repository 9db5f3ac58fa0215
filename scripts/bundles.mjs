import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * What every bundle has in common. What people run is small, as half of a short run is spent reading it; names stay as they are, as facts are called
 * by them where one breaks.
 */
export const common = { bundle: true, logLevel: 'warning', minifyWhitespace: true, minifySyntax: true, sourcemap: 'linked', legalComments: 'none' };

/** The files below a folder that pass, with `/`. */
export const under = (root, passes) =>
	readdirSync(root, { recursive: true, encoding: 'utf8' })
		.map(path => join(root, path).replaceAll('\\', '/'))
		.filter(passes)
		.sort();

const commands = 'server/src/cli/commands';

/** What the command line loads when it needs it, and in which bundle that is: reading all of them takes as long as generating. */
const apart = [
	[/\/server\/src\/main\.node$/, 'server'],
	[/\/server\/src\/node\/grammars$/, 'grammars'],
	[/\/server\/src\/cli\/commands\/generate$/, 'generate'],
	[/\/server\/src\/cli\/commands\/\w+$/, 'commands'],
];

/** commander can start programs as commands, which we do not use; loading that code takes a twentieth of the time of `generate --check`. */
const startsNothing = {
	name: 'starts nothing',
	setup(building) {
		building.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
			/[\\/]node_modules[\\/]commander[\\/]/.test(importer) ? { path: 'nothing', namespace: 'nothing' } : undefined,
		);
		building.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }));
	},
};

const loadedApart = {
	name: 'loaded apart',
	setup(building) {
		building.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind }) => {
			if (kind !== 'dynamic-import') return undefined;
			const target = resolve(resolveDir, path).replaceAll('\\', '/');
			const [, bundle] = apart.find(([pattern]) => pattern.test(target)) ?? [];
			return bundle === undefined ? undefined : { path: `./${bundle}.cjs`, external: true };
		});
	},
};

/** Builds the programs that run in Node, with all that they read, into a folder; `options` are esbuild's. */
export async function buildPrograms(to, options = {}) {
	// The ES module of web-tree-sitter asks where it lies, which a CommonJS bundle cannot answer.
	const alias = { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' };
	const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'], alias, ...options };
	const cjs = { outdir: to, outExtension: { '.js': '.cjs' } };
	// A command's bundle is loaded with require(), which waits for nothing.
	const cli = { ...node, ...cjs, supported: { 'dynamic-import': false }, plugins: [...(options.plugins ?? []), loadedApart, startsNothing] };
	await build({ ...cli, entryPoints: { program: 'server/src/main.cli.ts' } });
	await build({ ...node, ...cjs, entryPoints: { grammars: 'server/src/node/grammars.ts', generate: `${commands}/generate.ts` } });
	const others = under(commands, path => path.endsWith('.ts') && !path.endsWith('/generate.ts'));
	const contents = others.map(path => `export * from './${path}';\n`).join('');
	await build({ ...node, stdin: { contents, resolveDir: '.' }, outfile: join(to, 'commands.cjs') });
	await build({ ...node, ...cjs, entryPoints: { server: 'server/src/main.node.ts' } });
	copyGrammars(join(to, 'grammars'));
	writePages(join(to, 'pages.json'));
	const define = { CODE: JSON.stringify(recordCode(to)) };
	await build({ ...node, ...cjs, entryPoints: { cli: 'server/src/main.launch.ts' }, define, banner: { js: '#!/usr/bin/env node' } });
	return node;
}

/** The bundles of which V8's code is kept. */
const recorded = ['program', 'commands', 'generate', 'grammars'];

/** Has V8's code of the bundles recorded in runs over the example; returns the ends of the names of the files by bundle, which tell one build from another. */
function recordCode(to) {
	for (const command of [['check'], ['generate', '--check']]) {
		const args = ['scripts/record.mjs', resolve(to), ...command, 'examples/packer-plugin-parcel'];
		const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
		if (status !== 0 && status !== 1) throw new Error(`${command[0]} fails on the example: ${stderr}`);
	}
	return Object.fromEntries(recorded.map(name => [name, codeName(name, readFileSync(join(to, `${name}.cjs`), 'utf8')).split('.')[1]]));
}

/** The file that keeps V8's code of a bundle: V8 itself looks at the length of the source only, so its hash is in the name. */
export const codeName = (name, source) => `${name}.${createHash('sha256').update(source).digest('hex').slice(0, 16)}.v8`;

/** The grammars, which are read when a program starts. */
function copyGrammars(to) {
	mkdirSync(to, { recursive: true });
	cpSync('node_modules/web-tree-sitter/web-tree-sitter.wasm', join(to, 'tree-sitter.wasm'));
	cpSync('node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm', join(to, 'hcl.wasm'));
}

/** The rules' pages, in one file that is read when one is asked for. */
function writePages(to) {
	const root = 'server/src/rules';
	const pages = under(root, path => path.endsWith('/README.md')).map(path => [dirname(path).slice(root.length + 1), readFileSync(path, 'utf8')]);
	writeFileSync(to, JSON.stringify(Object.fromEntries(pages)));
}
