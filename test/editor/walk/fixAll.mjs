// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const title = 'a person applies all safe fixes, sees them counted and saved, and undoes them in one step';

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, folder, step }) {
	const { page } = workbench;
	const files = ['main.go', 'builder/acme/config.hcl2spec.go'].map(path => join(folder, path));
	const texts = () => files.map(path => readFileSync(path, 'utf8'));
	const [main, spec] = texts();
	writeFileSync(/** @type {string} */ (files[1]), /** @type {string} */ (spec).replace(/^\t\t"\w+":.*\n/m, '')); // a line of what was generated is lost
	const before = texts();
	await step('opening main.go', () => workbench.openFile('main.go'));
	await step('seeing findings in both files', async () => {
		await workbench.problem('main/no-set-version');
		await workbench.problem('config/hcl2spec');
	});
	await step('applying all safe fixes', async () => {
		await workbench.openFile('main.go');
		await workbench.runCommand('Packer Readiness: Apply All Safe Fixes');
	});
	const told = await step('being told how many', () => workbench.notification(/acme: \d fixes in \d files\./));
	const count = Number(/in (\d) files/.exec((await told.textContent()) ?? '')?.[1]);
	await step('having them on disk', async () => {
		const [fixed, generated] = texts();
		assert.match(/** @type {string} */ (fixed), /SetVersion/);
		assert.equal(generated, spec);
		assert.equal(await page.locator('.tab.dirty').count(), 0);
	});
	await step('undoing them', async () => {
		await page.locator('.editor-group-container.active .view-line').first().click();
		await page.keyboard.press('ControlOrMeta+z');
		await page.locator('.editor-group-container.active .view-line', { hasText: 'SetVersion' }).first().waitFor({ state: 'detached' });
		await page
			.locator('.tab.dirty')
			.nth(count - 1)
			.waitFor(); // the other files follow
	});
	await step('having what was there before', async () => {
		await workbench.runCommand('File: Save All Files');
		await page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
		assert.deepEqual(texts(), before);
		assert.equal(main, before[0]);
	});
}
