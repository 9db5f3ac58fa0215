// SPDX-License-Identifier: MPL-2.0

export const title = 'a person is asked before published releases are read from GitHub, and declines';

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, step }) {
	const { page } = workbench;
	await step('opening main.go', () => workbench.openFile('main.go'));
	await step('asking for the preview', () => workbench.runCommand('Packer Readiness: Preview Release'));
	await step('following the link in it', () => workbench.webview().locator('a', { hasText: 'Read published releases from GitHub' }).first().click());
	const question = page.locator('.monaco-dialog-box', { hasText: 'from GitHub?' });
	await step('being asked', () => question.waitFor());
	await step('reading where requests go', () => question.locator('.dialog-message-detail', { hasText: 'api.github.com' }).waitFor());
	await step('declining', () => question.getByRole('button', { name: 'Cancel' }).click());
	await step('having the link still', () => workbench.webview().locator('a', { hasText: 'Read published releases from GitHub' }).first().waitFor());
}
