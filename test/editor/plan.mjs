// SPDX-License-Identifier: MPL-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { buildSuites, suites } from './build.mjs';
import { findExtension } from './extension.mjs';
import { runHost } from './host.mjs';
import { installEditor, installTools } from './install.mjs';
import { here, output, repository } from './paths.mjs';
import { Unavailable } from './shell.mjs';
import { runWalk } from './walk.mjs';

/** @typedef {import('./host.mjs').Outcome} Outcome */
/** @typedef {{ versions: import('./install.mjs').Version[], only?: 'host' | 'walk', grep?: string, extension?: string }} Plan */

/**
 * Runs suites and walks in every editor asked for, prints what each came to, and counts.
 * @param {Plan} plan
 */
export async function runAll({ versions, only, grep, extension }) {
	const tally = { passed: 0, failed: 0, skipped: 0, unavailable: 0 };
	const note = (/** @type {string} */ where, /** @type {Outcome} */ outcome) => {
		tally[outcome.state]++;
		const mark = { passed: 'ok', failed: 'FAILED', skipped: 'skipped' }[outcome.state];
		print(`${mark}  ${where} › ${outcome.title}${outcome.milliseconds ? ` (${outcome.milliseconds} ms)` : ''}`);
		if (outcome.error) print(stripVTControlCharacters(outcome.error).replaceAll(/^/gm, '    '));
	};
	const trouble = (/** @type {string} */ where, /** @type {unknown} */ error) => {
		const unavailable = error instanceof Unavailable;
		if (unavailable) tally.unavailable++;
		const { message, stack } = /** @type {Error} */ (error);
		note(where, { title: 'could not be run', state: unavailable ? 'skipped' : 'failed', milliseconds: 0, error: unavailable ? message : (stack ?? message) });
	};
	mkdirSync(output, { recursive: true });
	let browser;
	try {
		const extensionPath = findExtension(extension);
		await installTools();
		const entries = only === 'walk' ? new Map() : await buildSuites();
		browser = await launchBrowser();
		for (const version of versions) {
			try {
				const editor = await installEditor(version);
				const where = `VS Code ${editor.vscode}`;
				for (const { name, trust } of suites.filter(suite => entries.has(suite.name))) {
					const folder = freshWorkspace();
					const options = { folder, extension: extensionPath, trust, grep, suite: entries.get(name) };
					const { code, lines, outcomes } = await runHost(editor, browser, options);
					for (const outcome of outcomes) note(`${where} › ${name}`, outcome);
					const failed = outcomes.some(outcome => outcome.state === 'failed');
					const idle = outcomes.length === 0 && !grep;
					if ((code !== 0 && !failed) || idle) {
						const error = `ended with ${code} after ${outcomes.length} tests\n${lines.join('\n')}`;
						note(`${where} › ${name}`, { title: 'the extension host', state: 'failed', milliseconds: 0, error });
					}
					rmSync(dirname(folder), { recursive: true, force: true });
				}
				if (only === 'host') continue;
				for (const name of readdirSync(join(here, 'walk')).sort()) {
					if (!name.endsWith('.mjs') || (grep && !name.includes(grep))) continue;
					const folder = freshWorkspace();
					note(`${where} › walk`, await runWalk(editor, browser, { name: name.slice(0, -4), folder, extension: extensionPath }));
					rmSync(dirname(folder), { recursive: true, force: true });
				}
			} catch (error) {
				trouble(`code-server ${version}`, error);
			}
		}
	} catch (error) {
		trouble('tests in a real editor', error);
	} finally {
		await browser?.close();
	}
	return tally;
}

/**
 * A plugin that a run may change as it likes: what the command line's own `new` makes, with two defects in it.
 * Its main never sets the version, and its documentation installs another plugin.
 */
export function freshWorkspace() {
	const parent = mkdtempSync(join(tmpdir(), 'plugin-'));
	execFileSync(process.execPath, [join(repository, 'dist', 'cli.cjs'), 'new', 'acme', '--owner', 'acme'], { cwd: parent, stdio: 'pipe' });
	const folder = join(parent, 'packer-plugin-acme');
	change(join(folder, 'main.go'), /^.*\.SetVersion\(.*\n/m, '');
	change(join(folder, 'docs', 'README.md'), /github\.com\/acme\/acme/, 'github.com/organization/name');
	return folder;
}

/** Changes the first match in a file; throws where there is none, since then the plugin has no defect. */
function change(/** @type {string} */ path, /** @type {RegExp} */ from, /** @type {string} */ to) {
	const text = readFileSync(path, 'utf8');
	if (!from.test(text)) throw new Error(`${path} has nothing that matches ${from}`);
	writeFileSync(path, text.replace(from, to));
}

/** Writes a line of the report, on standard output. */
function print(/** @type {string} */ line) {
	process.stdout.write(`${line}\n`);
}
