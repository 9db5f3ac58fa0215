import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './setup.mjs';

// `npm test [-- tier…]`: every tier, or the named ones: types, lint, memory (with all that is hostile), hostile, toolchain, editor. `npm test -- rule <id>…`: the pages of these rules.
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const tiers = {
	types: () => {
		step('tsc', ['-p', '.']);
		step('tsc', ['-p', 'client/webview']); // runs in a browser, with other types
	},
	lint: () => step('biome', ['check', '--error-on-warnings']),
	memory: () => {
		run(process.execPath, ['esbuild.mjs']);
		run(process.execPath, ['esbuild.mjs', 'test']);
		mocha('memory', ['--spec', 'out/test/**/*.test.js', '--ignore', 'out/test/toolchain/**']);
	},
	hostile: () => {
		run(process.execPath, ['esbuild.mjs']);
		run(process.execPath, ['esbuild.mjs', 'test']);
		mocha('hostile', ['--spec', 'out/test/hostile/**/*.test.js']);
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

function mocha(name, args, env = {}) {
	const counts = join(root, 'out', `${name}.json`);
	mkdirSync(join(root, 'out'), { recursive: true });
	rmSync(counts, { force: true });
	spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--no-config', '--timeout', '20000', ...args, '--reporter', 'test/support/reporter.cjs'], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env, MOCHA_COUNTS: counts },
	});
	add(existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 1, skipped: 0 });
}

/** Writes the files that follow from others; in CI a stale one fails. Returns what the sources export, if known. */
async function derived() {
	const check = !['', 'false', undefined].includes(process.env.CI);
	try {
		const { derive } = await import('./derived.mjs');
		const { stale, exported } = await derive(root, { check });
		for (const sentence of stale) process.stdout.write(`${sentence}\n`);
		if (check) add({ passed: stale.length === 0 ? 1 : 0, failed: stale.length, skipped: 0 });
		return exported;
	} catch (error) {
		process.stderr.write(`What follows from the rules and facts cannot be written: ${error.message}\n`);
		add({ passed: 0, failed: 1, skipped: 0 });
		return undefined;
	}
}

/** Tests what the pages of some rules say, and their fixes; nothing else is built. */
async function testRules(ids, exported) {
	const problem = unknownRule(ids, exported);
	if (problem !== undefined) {
		process.stderr.write(`${problem}\n`);
		process.exit(2);
	}
	run(process.execPath, ['esbuild.mjs', 'rule']);
	mocha('rule', ['--spec', 'out/rule/*.test.js'], { RULES: ids.join(' ') });
}

function unknownRule(ids, { rules, nearest }) {
	const known = Object.keys(rules);
	if (ids.length === 0) return 'Say which rule: npm test -- rule <area>/<defect>';
	const id = ids.find(one => !known.includes(one));
	if (id === undefined) return undefined;
	const folder = `server/src/rules/${id}`;
	if (existsSync(join(root, folder))) return `${folder}/rule.ts is missing.`;
	const near = [nearest(id, known), ...known.filter(one => one.startsWith(`${id.split('/')[0]}/`))].filter(one => one !== undefined);
	return `There is no rule ${id}${near.length > 0 ? `. The nearest are ${[...new Set(near)].slice(0, 5).join(', ')}.` : '; the table in README.md has them all.'}`;
}

const rule = wanted[0] === 'rule';
const unknown = rule ? [] : wanted.filter(name => !(name in tiers));
if (unknown.length > 0) {
	process.stderr.write(`There is no tier ${unknown.join(', ')}; there are ${Object.keys(tiers).join(', ')}, and rule <id> for one rule.\n`);
	process.exit(2);
}

install();
const exported = await derived();
if (rule && exported !== undefined) await testRules(wanted.slice(1), exported);
for (const [name, tier] of rule ? [] : Object.entries(tiers)) {
	if (wanted.length === 0 ? name === 'hostile' : !wanted.includes(name)) continue; // what is hostile is part of memory too
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
