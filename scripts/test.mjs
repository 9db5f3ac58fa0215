import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './setup.mjs';

// `npm test [-- tier…]`: every tier, or the named ones: types, lint, memory, toolchain, editor.
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const tiers = {
	types: () => step('tsc', ['-p', '.']),
	lint: () => step('biome', ['check', '--error-on-warnings']),
	memory: () => {
		run(process.execPath, ['esbuild.mjs']);
		run(process.execPath, ['esbuild.mjs', 'test']);
		mocha('memory', ['--spec', 'out/test/**/*.test.js', '--ignore', 'out/test/toolchain/**']);
	},
	toolchain: () => mocha('toolchain', ['--spec', 'out/test/toolchain/**/*.test.js', '--timeout', '900000']),
	editor: () => {
		run(process.execPath, ['scripts/package.mjs']); // what people install is what is tested
		const { stdout, status } = spawnSync(process.execPath, ['test/editor/run.mjs', '--extension', 'dist/packer-plugin-readiness.vsix'], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
			maxBuffer: 1 << 28,
		});
		process.stdout.write(stdout);
		const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(stdout) ?? [];
		add({ passed: Number(passed ?? 0), failed: passed === undefined ? 1 : Math.max(Number(failed), status === 0 ? 0 : 1), skipped: Number(skipped ?? 0) });
	},
};

function add({ passed, failed, skipped }) {
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
}

function step(tool, args) {
	const { status } = spawnSync(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
	add({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });
}

function mocha(name, args) {
	const counts = join(root, 'out', `${name}.json`);
	mkdirSync(join(root, 'out'), { recursive: true });
	rmSync(counts, { force: true });
	spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--no-config', '--timeout', '20000', ...args, '--reporter', 'test/support/reporter.cjs'], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, MOCHA_COUNTS: counts },
	});
	add(existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 1, skipped: 0 });
}

const unknown = wanted.filter(name => !(name in tiers));
if (unknown.length > 0) {
	process.stderr.write(`There is no tier ${unknown.join(', ')}; there are ${Object.keys(tiers).join(', ')}.\n`);
	process.exit(2);
}

install();
for (const [name, tier] of Object.entries(tiers)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	process.stdout.write(`\n# ${name}\n`);
	const start = Date.now();
	try {
		tier();
	} catch (error) {
		process.stderr.write(`${error.message}\n`);
		add({ passed: 0, failed: 1, skipped: 0 });
	}
	process.stdout.write(`# ${name}: ${Math.round((Date.now() - start) / 1000)} s\n`);
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
