import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command in the repository, its output on standard error; throws if it fails. */
export function run(command, args, options = {}) {
	const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32', ...options });
	if (error || status !== 0) throw new Error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ` with status ${status}`}`);
}

/** Installs what package-lock.json names, where that is not done; nothing is run while installing. */
export function install() {
	const done = join(root, 'node_modules/.package-lock.json');
	if (existsSync(done) && statSync(done).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 1000) return;
	process.stderr.write('Installing what the project needs (once)…\n');
	// npm passes on that it installs globally to what it runs, which is about the package that is prepared.
	const { npm_config_global: _, ...env } = process.env;
	run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { env });
}

/** Builds the bundles, where a source is newer than they are. */
export function build() {
	const newest = Math.max(...['client', 'server', 'esbuild.mjs', 'scripts/bundles.mjs', 'scripts/record.mjs', 'package-lock.json'].map(newestIn));
	const built = join(root, 'dist/built');
	if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
	process.stderr.write('Building…\n');
	run(process.execPath, ['esbuild.mjs']);
}

function newestIn(name) {
	const path = join(root, name);
	if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
	return Math.max(statSync(path).mtimeMs, ...readdirSync(path).map(entry => newestIn(join(name, entry))));
}
