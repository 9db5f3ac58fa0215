// SPDX-License-Identifier: MPL-2.0
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWorkbench } from './browser.mjs';
import { runsInBrowser } from './extension.mjs';
import { here, output } from './paths.mjs';
import { serve } from './serve.mjs';

/**
 * What a walk is handed: the window, the folder that is open in it, the editor, and `step`, which names what is being done.
 * @typedef {{ workbench: import('./workbench.mjs').Workbench, folder: string, vscode: string,
 *   step<T>(title: string, act: () => Promise<T>): Promise<T> }} Walk
 */

/**
 * A file in walk/: its default export does the walking; `title` names it, `prepare` changes the folder before the editor opens it, and `options`
 * change how the editor is started;
 * `inBrowser` runs the extension's `browser` entry in a web worker, as an editor without a server would.
 * @typedef {{ default(walk: Walk): Promise<void>, title?: string, prepare?(folder: string): void, inBrowser?: boolean, options?: import('./serve.mjs').ServeOptions & import('./browser.mjs').OpenOptions }} WalkModule
 */

/**
 * Runs one walk in a window of its own; where it fails, a picture of the window is kept.
 * @param {import('./install.mjs').Installed} editor
 * @param {import('playwright-core').Browser} browser
 * @param {{ name: string, folder: string, extension: string }} options
 * @returns {Promise<import('./host.mjs').Outcome>}
 */
export async function runWalk(editor, browser, { name, folder, extension }) {
	/** @type {WalkModule} */
	const walk = await import(pathToFileURL(join(here, 'walk', `${name}.mjs`)).href);
	const title = walk.title ?? name;
	if (walk.inBrowser && !runsInBrowser(extension)) return { title: `${title} (needs a folder with a "browser" entry)`, state: 'skipped', milliseconds: 0 };
	const started = Date.now();
	let doing = 'the editor starting';
	let workbench;
	let server;
	try {
		walk.prepare?.(folder);
		server = await serve(editor, walk.inBrowser ? { folder, ...walk.options } : { folder, extension, ...walk.options });
		workbench = await openWorkbench(browser, server, walk.inBrowser ? { web: extension, ...walk.options } : walk.options);
		await walk.default({
			workbench,
			folder,
			vscode: editor.vscode,
			step: (what, act) => {
				doing = what;
				return act();
			},
		});
		return { title, state: 'passed', milliseconds: Date.now() - started };
	} catch (error) {
		const picture = join(output, 'failures', `${editor.version}-${name}.png`);
		mkdirSync(join(output, 'failures'), { recursive: true });
		const kept = await workbench?.screenshot(picture).then(
			() => true,
			() => false,
		);
		const detail = [`at: ${doing}`, /** @type {Error} */ (error).stack, kept ? `picture: ${picture}` : server?.log()];
		return { title, state: 'failed', milliseconds: Date.now() - started, error: detail.join('\n') };
	} finally {
		await workbench?.close().catch(() => {});
		await server?.stop();
	}
}
