// SPDX-License-Identifier: MPL-2.0
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchBrowser, openWorkbench } from './browser.mjs';
import { findExtension } from './extension.mjs';
import { editors, installEditor, installTools } from './install.mjs';
import { repository } from './paths.mjs';
import { freshWorkspace } from './plan.mjs';
import { serve } from './serve.mjs';
import { progress } from './shell.mjs';

/** Where the pictures of the README and the documentation are. */
const images = join(repository, 'docs', 'images');

/** Every picture by its file name, and the gestures that lead to it. */
const pictures = /** @type {Record<string, (workbench: import('./workbench.mjs').Workbench) => Promise<void>>} */ ({
	'problems.png': async workbench => {
		await workbench.openFile('main.go');
		await workbench.runCommand('Problems: Focus on Problems View');
	},
});

const settings = { 'workbench.colorTheme': 'Default Dark Modern', 'editor.minimap.enabled': false, 'workbench.layoutControl.enabled': false };

await installTools();
const editor = await installEditor(/** @type {import('./install.mjs').Version} */ (Object.keys(editors).at(-1)));
const extension = findExtension();
const browser = await launchBrowser();
mkdirSync(images, { recursive: true });
try {
	for (const [name, act] of Object.entries(pictures)) {
		const folder = freshWorkspace();
		const server = await serve(editor, { folder, extension, settings });
		try {
			const workbench = await openWorkbench(browser, server, { size: { width: 1200, height: 720 }, scale: 2 });
			await act(workbench);
			await workbench.screenshot(join(images, name));
			await workbench.close();
			progress(`docs/images/${name}`);
		} finally {
			await server.stop();
			rmSync(dirname(folder), { recursive: true, force: true });
		}
	}
} finally {
	await browser.close();
}
