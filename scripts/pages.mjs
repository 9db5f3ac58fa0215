// `npm run pages [-- FOLDER]`: the pages of all rules as a site that needs no server and no network, in out/pages or the folder; fails where a link is dead.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root } from './setup.mjs';

const to = resolve(process.argv[2] ?? join(root, 'out/pages'));
install();
const { build } = await import('esbuild');
process.chdir(root);
const program = join(root, 'out/site/build.mjs');
await build({
	bundle: true,
	logLevel: 'warning',
	platform: 'node',
	format: 'esm',
	packages: 'external',
	entryPoints: ['scripts/site/build.ts'],
	outfile: program,
});
const { outputFiles } = await build({
	bundle: true,
	logLevel: 'warning',
	minify: true,
	format: 'iife',
	legalComments: 'inline',
	entryPoints: ['scripts/site/search.ts'],
	write: false,
});
const { files, dead } = await (await import(pathToFileURL(program).href)).built({
	style: readFileSync('scripts/site/style.css', 'utf8'),
	search: outputFiles[0].text,
});
rmSync(to, { recursive: true, force: true });
for (const [path, text] of files) {
	mkdirSync(dirname(join(to, path)), { recursive: true });
	writeFileSync(join(to, path), text);
}
for (const link of dead) process.stderr.write(`Dead link on ${link}\n`);
process.stdout.write(`${files.size} files; start with ${join(to, 'index.html')}\n`);
process.exit(dead.length === 0 ? 0 : 1);
