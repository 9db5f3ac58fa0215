// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const title = 'a person opens the context menus of the checklist, and of a tree of another extension';

export const options = { trust: false, settings: { 'npm.enableScriptExplorer': true, 'npm.autoDetect': 'on', 'window.menuStyle': 'custom' } };

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, folder, step }) {
	const { page } = workbench;
	writeFileSync(join(folder, 'package.json'), '{ "name": "acme", "scripts": { "greet": "echo hello" } }\n');
	const menuOf = async (/** @type {import('playwright-core').Locator} */ row) => {
		await row.click({ button: 'right' });
		const menu = page.locator('.monaco-menu:visible');
		await menu.locator('.action-label').first().waitFor();
		const labels = (await menu.locator('.action-label').allTextContents()).map(text => text.trim()).filter(text => text !== '');
		await page.keyboard.press('Escape');
		await menu.waitFor({ state: 'hidden' });
		return labels;
	};
	await step('opening main.go', () => workbench.openFile('main.go'));
	await step('seeing the finding', () => workbench.problem('main/no-set-version'));
	await step('opening the menu of an item that may be skipped', async () => {
		await workbench.openView('Packer Readiness');
		const labels = await menuOf(workbench.treeItem('MNDA, if needed'));
		assert.ok(labels.includes('Mark as Not Needed'), labels.join(', '));
	});
	await step('opening the menu of an item that may not', async () => {
		const labels = await menuOf(workbench.treeItem('Review email'));
		assert.ok(labels.includes('Draft Review Email') && !labels.includes('Mark as Not Needed'), labels.join(', '));
	});
	await step('opening the menu of a script of npm', async () => {
		await workbench.runCommand('Explorer: Focus on NPM Scripts View');
		const row = page.locator('.sidebar .monaco-list-row', { hasText: 'package.json' }).last();
		await row.waitFor();
		const labels = await menuOf(row);
		assert.ok(labels.length > 0 && !labels.some(label => /Not Needed|Review|Acceptance|Finding/.test(label)), labels.join(', '));
	});
}
