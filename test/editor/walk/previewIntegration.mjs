// SPDX-License-Identifier: MPL-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const title = 'a person looks at the integration page, moves through it with the keyboard, and sees edits, in Restricted Mode too';

export const options = { trust: true };

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, folder, step }) {
	const { page } = workbench;
	const shown = () => workbench.webview();
	const write = (/** @type {string} */ path, /** @type {(text: string) => string} */ change) => {
		const text = readFileSync(join(folder, path), 'utf8');
		if (change(text) === text) throw new Error(`${path} would stay as it is`);
		writeFileSync(join(folder, path), change(text));
	};
	await step('being in Restricted Mode', () => workbench.statusItem('Restricted Mode').waitFor());
	await step('opening metadata.hcl', () => workbench.openFile('.web-docs/metadata.hcl'));
	await step('asking for the preview in the title bar', () =>
		page.locator('.editor-actions .action-label[aria-label^="Preview Integration Page"]').first().click(),
	);
	await step('having a tab beside it', () =>
		page.locator('.tab[data-resource-name^="Integration page of"], .tab[aria-label^="Integration page of"]').first().waitFor(),
	);
	await step('seeing the README', () => shown().locator('article').waitFor());
	await step('seeing the style of the extension', async () => {
		const cursor = await shown()
			.locator('[role="tab"]')
			.first()
			.evaluate(tab => getComputedStyle(tab).cursor);
		if (cursor !== 'pointer') throw new Error(`the cursor on a tab is ${cursor}`);
	});
	await step('choosing the next page with the keyboard', async () => {
		await shown().locator('[role="tab"][aria-selected="true"]').focus();
		await page.keyboard.press('ArrowDown');
		await shown().locator('[role="tab"]:nth-of-type(2)[aria-selected="true"]:focus').waitFor();
	});
	const source = await shown().locator('.bar a').nth(1).innerText();
	await step('changing the page that it is compiled from', async () =>
		write(source, text => `${text}\nPacked <img src=x onerror=alert(1)> twice, [here](./nowhere.mdx).\n`),
	);
	await step('seeing that it differs', () => shown().locator('[role="tab"][aria-selected="true"] .mark', { hasText: 'differs' }).waitFor());
	await step('showing it as generated', async () => shown().locator('input[value="generated"]').check());
	await step('seeing what is new, its HTML as text, and its broken link', async () => {
		await shown().locator('.added', { hasText: 'Packed' }).locator('code.html', { hasText: 'onerror' }).waitFor();
		await shown().locator('.added .dead', { hasText: 'here' }).waitFor();
	});
	await step('breaking metadata.hcl', async () => write('.web-docs/metadata.hcl', text => text.replace(/^\s*name\s*=.*$/m, '')));
	await step('seeing that the portal rejects it, first', () => shown().locator('main > section.rejected:first-child', { hasText: 'no name' }).waitFor());
	await step('following the link to the line', () => shown().locator('.rejected a', { hasText: 'metadata.hcl' }).first().click());
	await step('being there', () => page.locator('.tab.active[data-resource-name="metadata.hcl"], .tab.active[aria-label^="metadata.hcl"]').first().waitFor());
}
