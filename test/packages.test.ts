import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { some } from './support/some';

/** What people install may hold, and what it must. `*` stands for part of a name. */
const shared = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'dist/*.cjs', 'dist/grammars/*.wasm', 'dist/pages.json', 'dist/LICENSES.txt'];
const extension = [...shared, 'dist/integration.js', 'images/*.svg', 'images/*.png', 'schemas/*.json', 'snippets/*.json', 'syntaxes/*.json'];
const program = [...shared, 'SECURITY.md'];

const listed = (command: string, ...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
	assert.equal(status, 0, stderr);
	return stdout;
};

const matches = (path: string, pattern: string) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[\\w.-]+')}$`).test(path);

describe('what people install', () => {
	before(function () {
		if (!existsSync('dist/server.cjs')) this.skip(); // `npm run build` makes it
	});

	const contents = {
		'the extension': () => [listed(process.execPath, 'node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies').trim().split(/\r?\n/), extension] as const,
		'the command line': () =>
			[(JSON.parse(listed('npm', 'pack', '--dry-run', '--json', '--ignore-scripts'))[0].files as { path: string }[]).map(file => file.path), program] as const,
	};
	for (const [name, of] of Object.entries(contents))
		it(`${name} has what it needs, and nothing else`, () => {
			const [files, allowed] = of();
			const others = files.filter(file => !allowed.some(pattern => matches(file, pattern)));
			const missing = allowed.filter(pattern => !pattern.startsWith('images/') && !files.some(file => matches(file, pattern)));
			assert.deepEqual({ others, missing }, { others: [], missing: [] });
		}).timeout(60_000);

	it('comes with the license of every package that is bundled', () => {
		const text = readFileSync('dist/LICENSES.txt', 'utf8');
		const maps = readdirSync('dist').filter(file => file.endsWith('.cjs.map'));
		const sources = maps.flatMap(map => (JSON.parse(readFileSync(join('dist', map), 'utf8')) as { sources: string[] }).sources);
		const names = sources.flatMap(source => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
		const without = [...new Set(some(names))].filter(name => !new RegExp(`^${name.replaceAll('/', '\\/')} \\d`, 'm').test(text));
		assert.deepEqual(without, []);
		const sections = text.split(`\n${'-'.repeat(80)}\n\n`);
		assert.deepEqual(
			some(sections).filter(section => !/copyright|\bCC0\b|public domain/i.test(section)),
			[],
		);
	});

	it('is built from packages that run nothing when they are installed', () =>
		assert.match(readFileSync('scripts/setup.mjs', 'utf8'), /'ci', '--ignore-scripts'/));
});
