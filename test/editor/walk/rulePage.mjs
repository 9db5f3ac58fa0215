// SPDX-License-Identifier: MPL-2.0

export const title = 'a person reads the page of a rule: from the problems, from a hover, and from the checklist';

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, step }) {
	const { page } = workbench;
	const tab = (/** @type {string} */ rule) => page.locator(`.tab.active[data-resource-name="${rule}"], .tab.active[aria-label^="${rule}"]`).first();
	const shown = () => workbench.webview();
	await step('opening main.go', () => workbench.openFile('main.go'));
	await step('following the link of a problem', async () => {
		const row = await workbench.problem('main/no-set-version');
		await row.locator('a', { hasText: 'main/no-set-version' }).first().click();
	});
	await step('having a tab that is named after the rule', () => tab('main/no-set-version').waitFor());
	await step('seeing a short before and after', () => shown().locator('.hljs-addition', { hasText: 'SetVersion' }).first().waitFor());
	await step('seeing the examples folded', async () => {
		await shown().locator('summary', { hasText: 'Examples that are reported' }).waitFor();
		await shown().locator('pre', { hasText: '-- go.mod --' }).first().waitFor({ state: 'hidden' });
	});
	await step('closing it', () => workbench.runCommand('View: Close Editor'));

	await step('following the link of a hover', async () => {
		await workbench.openFile('main.go');
		await page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
		const hover = await workbench.hover('NewSet');
		await hover.locator('a', { hasText: 'main/no-set-version' }).last().click();
	});
	await step('having that tab again', () => tab('main/no-set-version').waitFor());

	await step('asking in the checklist about another rule', async () => {
		await workbench.openView('Packer Readiness');
		await workbench.treeItem('Documentation ready to register').click();
		const finding = workbench.treeItem('Plugin source from template');
		await finding.hover();
		await finding.locator('.action-label[aria-label*="Explain Rule"]').click();
	});
	await step('seeing its page in the same tab', () => tab('docs/readme-source').waitFor());
}
