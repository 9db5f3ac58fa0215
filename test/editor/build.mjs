// SPDX-License-Identifier: MPL-2.0
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { here, output } from './paths.mjs';

/** The folders of suites, each run in an extension host of its own: `.` is trusted, `restricted` is not. */
export const suites = [
	{ name: 'trusted', folder: '.', trust: false },
	{ name: 'restricted', folder: 'restricted', trust: true },
];

/** Makes the bundles CommonJS, and an extension of their own, which an editor wants to run them beside an installed .vsix. */
const manifest = { name: 'suites', publisher: 'tests', version: '0.0.1', engines: { vscode: '*' }, type: 'commonjs' };

/** The folder that holds every bundle. */
export const bundles = join(output, 'suite');

/**
 * Bundles the suites into the output folder and gives the entry the extension host loads, by the name of the suite.
 * @returns {Promise<Map<string, string>>}
 */
export async function buildSuites() {
	const { build } = await import('esbuild');
	const out = bundles;
	rmSync(out, { recursive: true, force: true });
	mkdirSync(out, { recursive: true });
	writeFileSync(join(out, 'package.json'), JSON.stringify(manifest));
	const entries = new Map();
	for (const { name, folder } of suites) {
		const source = join(here, 'suite', folder);
		const tests = readdirSync(source).filter(file => file.endsWith('.test.ts'));
		if (tests.length === 0) continue;
		await build({
			entryPoints: [join(here, 'suite', 'index.ts'), ...tests.map(test => join(source, test))],
			entryNames: '[name]',
			outdir: join(out, name),
			bundle: true,
			platform: 'node',
			format: 'cjs',
			target: 'node20',
			external: ['vscode', 'mocha'],
			sourcemap: 'inline',
			logLevel: 'warning',
		});
		entries.set(name, join(out, name, 'index.js'));
	}
	return entries;
}
