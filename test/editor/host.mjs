// SPDX-License-Identifier: MPL-2.0
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './browser.mjs';
import { output } from './paths.mjs';
import { serve } from './serve.mjs';
import { beforeTimeout } from './shell.mjs';

/** @typedef {{ title: string, state: 'passed' | 'failed' | 'skipped', milliseconds: number, error?: string }} Outcome */

/** How long a suite may take, the editor's start included. */
const patience = 300_000;

/** What an editor says of itself at every start. */
const chatter =
	/^(Resolv|Creating a socket|Ignoring fetching|Updating additional|ChatSessionStore|\[(Service Worker|lifecycle|AgentHost|AccountPolicy|reconnection))/;

/**
 * Runs a bundled mocha suite inside an editor's real extension host.
 * @param {import('./install.mjs').Installed} editor
 * @param {import('playwright-core').Browser} browser
 * @param {import('./serve.mjs').ServeOptions & { suite: string, grep?: string }} options `suite` is the bundle's entry
 * @returns {Promise<{ code: number, lines: string[], outcomes: Outcome[] }>}
 */
export async function runHost(editor, browser, { suite, grep = '', ...options }) {
	const report = join(output, `report-${editor.version}-${process.pid}.json`);
	const env = { ...options.env, EDITOR_TESTS_REPORT: report, EDITOR_TESTS_GREP: grep };
	const server = await serve(editor, { ...options, env, development: true });
	/** @type {string[]} */
	const lines = [];
	let over = false;
	/** @type {import('./workbench.mjs').Workbench | undefined} */
	let workbench;
	try {
		const ended = new Promise(resolve => {
			const opened = openWorkbench(browser, server, {
				payload: [['extensionTestsPath', suite]],
				prepare: async page => {
					await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
						const line = args.map(arg => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
						if (!over && !chatter.test(line)) lines.push(line);
					});
					await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
						over = true;
						resolve(code);
					});
				},
			});
			opened.then(opened => (workbench = opened)).catch(error => lines.push(`the workbench did not open: ${error.message}`));
		});
		const code = await beforeTimeout(`the suite in VS Code ${editor.vscode}`, patience, ended).catch(error => {
			lines.push(error.message, server.log());
			return 1;
		});
		const outcomes = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
		return { code, lines, outcomes };
	} finally {
		await workbench?.close().catch(() => {});
		await server.stop();
		rmSync(report, { force: true });
	}
}
