// SPDX-License-Identifier: MPL-2.0
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launchBrowser, openWorkbench } from './browser.mjs';
import { findExtension } from './extension.mjs';
import { editors, installEditor, installTools } from './install.mjs';
import { repository } from './paths.mjs';
import { serve } from './serve.mjs';
import { progress } from './shell.mjs';

/** Where the pictures of the README and the documentation are. */
const images = join(repository, 'docs', 'images');

/** Every picture by its file name, and the gestures that lead to it. */
const pictures = /** @type {Record<string, (workbench: import('./workbench.mjs').Workbench) => Promise<unknown>>} */ ({
	'overview.png': async workbench => {
		await workbench.openFile('main.go');
		await workbench.openView('Packer Readiness');
		await workbench.treeItem('Documentation ready to register').click();
		await workbench.problem();
		await workbench.page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
		await workbench.page.mouse.move(700, 20); // off the activity bar, so that nothing pops up
	},
	'hover.png': async workbench => {
		await workbench.openFile('main.go');
		await workbench.page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
		await workbench.hover('NewSet');
		await workbench.waitForText('The plugin sets its version before it runs');
	},
	'generate.png': async workbench => {
		await workbench.openFile('builder/crate/config.go');
		await workbench.openView('Packer Readiness');
		await workbench.treeItem('Documentation ready to register').waitFor();
		await workbench.runCommand('Packer Readiness: Regenerate Files…');
		await workbench.notification('would change');
		await workbench.page.mouse.move(200, 640); // where nothing pops up
		await workbench.page.locator('.workbench-hover').first().waitFor({ state: 'hidden' });
	},
	'release.png': async workbench => {
		await workbench.openFile('.goreleaser.yml');
		await workbench.runCommand('Packer Readiness: Preview Release');
		await workbench.webview().locator('td', { hasText: 'SHA256SUMS' }).first().waitFor();
		await workbench.page.mouse.move(200, 640);
	},
	'integration.png': async workbench => {
		await workbench.openFile('.web-docs/metadata.hcl');
		await workbench.runCommand('Packer Readiness: Preview Integration Page');
		await workbench.webview().locator('article').waitFor();
		await workbench.runCommand('View: Toggle Primary Side Bar Visibility'); // leaves room for the page
		await workbench.webview().locator('article').waitFor();
		await workbench.page.mouse.move(200, 640);
	},
	'email.png': async workbench => {
		await workbench.openFile('main.go');
		await workbench.openView('Packer Readiness');
		await workbench.treeItem('Documentation ready to register').waitFor();
		await workbench.runCommand('Packer Readiness: Draft Review Email');
		await workbench.waitForText('packer-integration-dev@hashicorp.com');
		await workbench.page.locator('.codelens-decoration', { hasText: 'Open in Mail Program' }).first().waitFor();
	},
});

const settings = { 'workbench.colorTheme': 'Default Dark Modern', 'editor.minimap.enabled': false, 'workbench.layoutControl.enabled': false };

/** A copy of the example plugin, so that no picture changes it. */
function exampleCopy() {
	const copy = join(mkdtempSync(join(tmpdir(), 'pictures-')), 'packer-plugin-parcel');
	cpSync(join(repository, 'examples', 'packer-plugin-parcel'), copy, { recursive: true });
	return copy;
}

/** The picture to take; all of them where none is named. */
const only = process.argv[2];

await installTools();
const editor = await installEditor(/** @type {import('./install.mjs').Version} */ (Object.keys(editors).at(-1)));
const extension = findExtension();
const browser = await launchBrowser();
mkdirSync(images, { recursive: true });
try {
	for (const [name, act] of Object.entries(pictures).filter(([name]) => only === undefined || name === only)) {
		const folder = exampleCopy();
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
