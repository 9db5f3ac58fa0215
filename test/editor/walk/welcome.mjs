// SPDX-License-Identifier: MPL-2.0
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const title = 'a person opens a folder without a plugin, and is quietly offered to make one';

const folder = mkdtempSync(join(tmpdir(), 'no-plugin-'));
writeFileSync(join(folder, 'go.mod'), 'module example.org/other\n\ngo 1.25\n');

export const options = { folder };

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, step }) {
	await step('opening the checklist', () => workbench.openView('Packer Readiness'));
	await step('reading that there is no plugin', () => workbench.waitForText(/No Packer plugin found/));
	await step('finding one thing to do', () => workbench.page.locator('.sidebar .monaco-button', { hasText: 'New Plugin' }).waitFor());
	await step('seeing no notification', () => workbench.page.locator('.notification-toast').waitFor({ state: 'detached' }));
}
