// SPDX-License-Identifier: MPL-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const title = 'a person previews the release, breaks a name, sees it beside the code, and follows the link to the line';

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, folder, step }) {
	const { page } = workbench;
	const shown = () => workbench.webview();
	await step('opening main.go', () => workbench.openFile('main.go'));
	await step('asking for the preview', () => workbench.runCommand('Packer Readiness: Preview Release'));
	await step('having a tab beside it', () => page.locator('.tab[data-resource-name^="Release of"], .tab[aria-label^="Release of"]').first().waitFor());
	await step('seeing the files', () => shown().locator('td', { hasText: 'SHA256SUMS' }).first().waitFor());
	const config = join(folder, '.goreleaser.yml');
	await step('breaking the name of the checksum file', async () => {
		const text = readFileSync(config, 'utf8');
		const changed = text.replace('_SHA256SUMS', '_x5.0_SHA256SUMS');
		if (changed === text) throw new Error('the config names no checksum file');
		writeFileSync(config, changed);
	});
	await step('seeing that nothing is installed', () => shown().locator('p', { hasText: 'Packer requests' }).first().waitFor());
	await step('following the link to the line', () => shown().locator('a', { hasText: 'SHA256SUMS' }).first().click());
	await step('being there', () =>
		page.locator('.tab.active[data-resource-name=".goreleaser.yml"], .tab.active[aria-label^=".goreleaser.yml"]').first().waitFor(),
	);
}
