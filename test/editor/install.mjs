// SPDX-License-Identifier: MPL-2.0
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache, here } from './paths.mjs';
import { compiler, ensure, ripgrep } from './requirements.mjs';
import { execute, progress, Unavailable } from './shell.mjs';

/** The editors these tests know: code-server's version, VS Code's, and what the machine has to add to it. */
export const editors = {
	'4.100.3': { vscode: '1.100.3', native: ['@vscode/spdlog', 'native-watchdog'], ripgrep: 'node_modules/@vscode/ripgrep/bin/rg' },
	'4.139.1': { vscode: '1.139.1', native: ['@vscode/spdlog', '@vscode/native-watchdog'], ripgrep: undefined },
};

/** @typedef {keyof typeof editors} Version */
/** @typedef {{ version: Version, vscode: string, node: string, server: string }} Installed */

const recipe = 1; // raise it when the steps below change, so that older installations are made anew

/**
 * Installs an editor into the cache unless it is there already, and tells where its server and its Node are.
 * @param {Version} version
 * @returns {Promise<Installed>}
 */
export async function installEditor(version) {
	const editor = editors[version];
	if (!editor) throw new Error(`unknown editor ${version}: choose one of ${Object.keys(editors).join(', ')}`);
	if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
		throw new Unavailable(`VS Code ${editor.vscode} is put together on Linux only; elsewhere use desktop.mjs`);
	}
	const folder = join(cache, version);
	const stamp = join(folder, 'installed');
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(version)) {
		const started = Date.now();
		await ensure([compiler, ...(editor.ripgrep ? [ripgrep] : [])]);
		const draft = `${folder}.${process.pid}`;
		try {
			await assemble(version, draft);
			rmSync(folder, { recursive: true, force: true });
			renameSync(draft, folder);
		} finally {
			rmSync(draft, { recursive: true, force: true });
		}
		progress(`VS Code ${editor.vscode}: installed in ${Math.round((Date.now() - started) / 1000)} s`);
	}
	return { version, vscode: editor.vscode, node: nodeIn(folder), server: join(codeIn(folder), 'out', 'server-main.js') };
}

/** Installs the packages that these tests use themselves: mocha, esbuild, playwright-core. */
export async function installTools() {
	const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
	const stamp = join(here, 'node_modules', '.installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	progress("installing the tests' own packages");
	await npm(['ci', '--ignore-scripts'], here);
	writeFileSync(stamp, lock);
}

/** Where VS Code itself is inside an installation. */
const codeIn = (/** @type {string} */ folder) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

/** The Node that an installation brings along. */
const nodeIn = (/** @type {string} */ folder) => join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');

/** Changes whenever an installation has to be made anew. */
function fingerprint(/** @type {Version} */ version) {
	const hash = createHash('sha256').update(JSON.stringify([recipe, editors[version], process.arch]));
	return hash.update(readFileSync(join(here, 'editors', version, 'package-lock.json'))).digest('hex');
}

/**
 * Does the work: packages without their install scripts, then only those native modules that matter, compiled.
 * @param {Version} version
 * @param {string} draft
 */
async function assemble(version, draft) {
	const editor = editors[version];
	const say = (/** @type {string} */ what) => progress(`VS Code ${editor.vscode}: ${what}`);
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(dirname(draft), { recursive: true });
	cpSync(join(here, 'editors', version), draft, { recursive: true });
	const quietly = ['--ignore-scripts', '--omit=dev'];
	say('downloading the server and its Node');
	await npm(['ci', ...quietly], draft);
	const code = codeIn(draft);
	say('downloading what the server needs');
	await npm(['install', ...quietly], code);
	await npm(['install', ...quietly], join(code, 'extensions'));
	const node = dirname(dirname(nodeIn(draft)));
	say('compiling native modules');
	const env = { PATH: `${join(node, 'bin')}:${process.env.PATH}`, npm_config_nodedir: node };
	await npm(['rebuild', ...editor.native], code, env);
	symlinkSync('node_modules', join(code, 'node_modules.asar'));
	if (editor.ripgrep) {
		mkdirSync(dirname(join(code, editor.ripgrep)), { recursive: true });
		symlinkSync(/** @type {string} */ (ripgrep.find()), join(code, editor.ripgrep));
	}
	rmSync(join(node, 'include'), { recursive: true }); // headers are for compiling only
	writeFileSync(join(draft, 'installed'), fingerprint(version));
}

/**
 * Runs npm; a registry that cannot be reached makes the editor unavailable, not broken.
 * @param {string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} [env]
 */
async function npm(args, cwd, env) {
	try {
		await execute('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env });
	} catch (error) {
		const { message } = /** @type {Error} */ (error);
		if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|E40[34]|E5\d\d/.test(message)) {
			throw new Unavailable(`npm could not fetch the packages: ${message}`);
		}
		throw error;
	}
}
