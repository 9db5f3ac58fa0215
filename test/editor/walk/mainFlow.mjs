// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';

export const title = 'a person sees a defect, fixes it, watches the checklist turn, and drafts the email';

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, step }) {
	const { page } = workbench;
	const item = (/** @type {string} */ label) => workbench.treeItem(label);

	await step('opening the documentation', () => workbench.openFile('docs/README.md'));
	await step('seeing the squiggle', () => page.locator('.editor-group-container.active .squiggly-error').first().waitFor());
	await step('seeing the finding among the problems', () => workbench.problem('docs/readme-source'));

	await step('opening the checklist', () => workbench.openView('Packer Readiness'));
	await step('seeing what keeps the registration open', () => item('Documentation ready to register').filter({ hasText: '2 errors' }).waitFor());
	await step('seeing the badge', () => page.getByRole('tab', { name: /^Packer Readiness.* 3 errors/ }).waitFor());

	await step('going to the finding from the checklist', async () => {
		await item('Documentation ready to register').click();
		await item('Plugin source from template').click(); // its title: the message is in its tooltip
		await workbench.statusItem(/^Ln 11,/).waitFor();
		await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
	});
	await step('applying the fix', () => workbench.quickFix('github.com/acme/acme'));
	await step('seeing the item done', async () => {
		const row = item('Documentation ready to register');
		await row.filter({ hasNotText: 'error' }).waitFor();
		assert.match((await row.getAttribute('aria-label')) ?? '', /, done/);
	});

	await step('opening main.go', () => workbench.openFile('main.go'));
	await step('fixing it too', async () => {
		await page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
		await workbench.runCommand('Packer Readiness: Apply All Safe Fixes');
		await workbench.waitForText('SetVersion');
	});
	await step('seeing no badge', () => page.getByRole('tab', { name: /^Packer Readiness(?!.*error)/ }).waitFor());

	await step('ticking what only a person knows', async () => {
		const ticked = page.locator('.sidebar .monaco-list-row', { hasText: '1. Engage' }).filter({ hasText: '1 of 1' });
		for (let tries = 3; tries > 0 && !(await ticked.isVisible()); tries--) {
			await item('Integration web form').locator('.monaco-checkbox, .custom-view-tree-node-item-checkbox').first().click();
			await ticked.waitFor({ timeout: 5000 }).catch(() => {}); // drawn anew while it was clicked: a person clicks again
		}
		await ticked.waitFor();
	});

	await step('drafting the email', async () => {
		await workbench.runCommand('Packer Readiness: Draft Review Email');
		await workbench.waitForText('packer-integration-dev@hashicorp.com');
	});
	await step('seeing what can be done with it, above it and in the title bar', async () => {
		await page.locator('.codelens-decoration', { hasText: 'Open in Mail Program' }).first().waitFor();
		await page.locator('.editor-group-container.active .editor-actions [aria-label^="Open in Mail Program"]').first().waitFor();
	});
	await step('closing it without a question', async () => {
		await workbench.runCommand('View: Close Editor');
		await page.locator('.tab[aria-label^="Review email of acme"]').waitFor({ state: 'detached' });
		assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
	});
}
