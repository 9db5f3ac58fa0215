// SPDX-License-Identifier: MPL-2.0
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundles } from './build.mjs';
import { quiet } from './settings.mjs';
import { execute, until } from './shell.mjs';

/** @typedef {import('./install.mjs').Installed} Installed */

/**
 * @typedef {object} ServeOptions
 * @property {string} [folder] the folder or .code-workspace file to open
 * @property {string} [extension] an extension's folder, or a .vsix to install
 * @property {boolean} [development] loads the folder as an extension under development, as tests inside the extension host need it, instead of as an installed one; the editor then shows no notifications
 * @property {boolean} [trust] whether the editor asks for trust, so that folders open in Restricted Mode; off by default
 * @property {Record<string, unknown>} [settings] what to add to the user's settings.json
 * @property {NodeJS.ProcessEnv} [env] what to add to the environment of the extension host
 * @property {number} [port] a fixed port instead of a free one
 */

/**
 * A running editor; `url` opens the folder, `address` gives the URL for other payloads and `log` what the server printed.
 * @typedef {{ url: string, port: number, data: string, address(payload?: [string, string][]): string, log(): string, stop(): Promise<void> }} Server
 */

/**
 * Installs a .vsix the way a person would from the command line, into an editor's data folder.
 * @param {Installed} editor
 * @param {string} vsix
 * @param {string} data
 */
export async function installVsix(editor, vsix, data) {
	return execute(editor.node, [editor.server, '--install-extension', resolve(vsix), ...common(data)]);
}

/**
 * Starts an editor on a free loopback port and resolves once it answers.
 * @param {Installed} editor
 * @param {ServeOptions} [options]
 * @returns {Promise<Server>}
 */
export async function serve(editor, options = {}) {
	const data = mkdtempSync(join(tmpdir(), 'editor-'));
	seed(data, { ...quiet, ...options.settings });
	const { extension, development = false, folder } = options;
	const vsix = extension?.endsWith('.vsix');
	if (extension && vsix) await installVsix(editor, extension, data);
	else if (extension && !development) link(extension, data);
	const args = ['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'];
	args.push('--telemetry-level', 'off', ...common(data));
	if (development) args.push('--enable-smoke-test-driver'); // what newer editors want before they listen to a payload
	if (!options.trust) args.push('--disable-workspace-trust');
	const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...options.env };
	const child = spawn(editor.node, [editor.server, ...args], { detached: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let printed = '';
	child.stdout.on('data', chunk => (printed += chunk));
	child.stderr.on('data', chunk => (printed += chunk));
	const ended = new Promise(done => child.on('close', done).on('error', done));
	const kill = (/** @type {NodeJS.Signals} */ signal) => {
		try {
			process.kill(-(/** @type {number} */ (child.pid)), signal);
		} catch {
			// already gone
		}
	};
	const onExit = () => {
		kill('SIGKILL');
		rmSync(data, { recursive: true, force: true, maxRetries: 5 });
	};
	process.on('exit', onExit);
	const stop = async () => {
		process.off('exit', onExit);
		kill('SIGTERM');
		const timer = setTimeout(() => kill('SIGKILL'), 3000);
		await ended;
		clearTimeout(timer);
		kill('SIGKILL'); // whatever the server left behind in its group
		rmSync(data, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const port = await until(`VS Code ${editor.vscode} on a port`, 30_000, () => {
			if (child.exitCode !== null) throw new Error(`VS Code ${editor.vscode} did not start:\n${printed}`);
			return Number(/listening on (\d+)/.exec(printed)?.[1]);
		});
		await until(`VS Code ${editor.vscode} answering on port ${port}`, 30_000, () => answers(port));
		const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;
		const address = (/** @type {[string, string][]} */ payload = []) => {
			const url = new URL(`http://127.0.0.1:${port}/`);
			if (folder) url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(folder));
			/** @type {[string, string][]} */
			const developed = development && extension ? [['extensionDevelopmentPath', remote(vsix ? bundles : extension)]] : [];
			const paths = payload.map(([key, value]) => [key, value.startsWith('/') ? remote(value) : value]);
			if (developed.length + paths.length > 0) url.searchParams.set('payload', JSON.stringify([...developed, ...paths]));
			return url.href;
		};
		return { url: address(), port, data, address, log: () => printed, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** What every call of the server's program is told: where its data is, and that its license is known. */
function common(/** @type {string} */ data) {
	return ['--server-data-dir', data, '--accept-server-license-terms'];
}

/** Puts an extension's folder among the installed ones, before the first start, without copying it. */
function link(/** @type {string} */ extension, /** @type {string} */ data) {
	const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
	mkdirSync(join(data, 'extensions'), { recursive: true });
	symlinkSync(resolve(extension), join(data, 'extensions', `${publisher}.${name}-${version}`), 'dir');
}

/** Writes the settings where this server keeps those of its user and those of its machine. */
function seed(/** @type {string} */ data, /** @type {Record<string, unknown>} */ settings) {
	for (const kind of ['User', 'Machine']) {
		mkdirSync(join(data, 'data', kind), { recursive: true });
		writeFileSync(join(data, 'data', kind, 'settings.json'), JSON.stringify(settings, null, 2));
	}
}

/** Whether something answers HTTP on a loopback port. */
function answers(/** @type {number} */ port) {
	return new Promise(resolve => {
		const request = get({ host: '127.0.0.1', port, path: '/', timeout: 2000 }, response => {
			response.resume();
			resolve(response.statusCode !== undefined && response.statusCode < 500);
		});
		request.on('error', () => resolve(false)).on('timeout', () => request.destroy());
	});
}
