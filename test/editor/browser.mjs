// SPDX-License-Identifier: MPL-2.0
import { ensure, chromium as requirement } from './requirements.mjs';
import { loadInBrowser } from './web.mjs';
import { Workbench } from './workbench.mjs';

/** What Chromium is told: no sandbox for root, and no talk with hosts of its own. */
const flags = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-gpu',
	'--disable-quic',
	'--disable-sync',
	'--no-first-run',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** How long anything on the page may take before it counts as not happening. */
const patience = 20_000;

/**
 * Starts the machine's Chromium, installing it first where that is allowed.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
	await ensure([requirement]);
	const { chromium } = await import('playwright-core');
	return chromium.launch({ executablePath: requirement.find(), args: flags });
}

/**
 * @typedef {object} OpenOptions
 * @property {[string, string][]} [payload] what to hand to the workbench; values that are paths become remote ones
 * @property {{ width: number, height: number }} [size] of the window
 * @property {number} [scale] device pixels per pixel; 2 for sharp pictures
 * @property {string} [web] an extension's folder whose `browser` entry runs in this window's web worker
 * @property {(page: import('playwright-core').Page) => Promise<void>} [prepare] called before the page is loaded
 */

/**
 * Opens the workbench in a window of its own and resolves once it is restored.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./serve.mjs').Server} server
 * @param {OpenOptions} [options]
 */
export async function openWorkbench(browser, server, options = {}) {
	const context = await browser.newContext({
		viewport: options.size ?? { width: 1280, height: 800 },
		deviceScaleFactor: options.scale ?? 1,
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	const page = await context.newPage();
	page.setDefaultTimeout(patience);
	const workbench = new Workbench(page);
	if (options.web) await loadInBrowser(page, server.port, options.web);
	await options.prepare?.(page);
	await page.goto(server.address(options.payload), { waitUntil: 'commit' });
	await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
	await page.waitForFunction(() => performance.getEntriesByName('code/didStartWorkbench').length > 0);
	return workbench;
}
