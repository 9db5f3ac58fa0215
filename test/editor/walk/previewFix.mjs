// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const title = 'a person chooses a fix of several files, looks at what would change, and has it applied';

export function prepare(/** @type {string} */ folder) {
	for (const path of ['docs', '.web-docs']) rmSync(join(folder, path), { recursive: true });
}

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, folder, step }) {
	const { page } = workbench;
	const pages = ['docs/README.md', 'docs/builders/acme.mdx'].map(path => join(folder, path));
	await step('opening the file that the finding is about', () => workbench.openFile('main.go'));
	await step('seeing the finding', () => workbench.problem('docs/dir-missing'));
	await step('choosing its fix', async () => {
		await workbench.openFile('main.go');
		await workbench.goTo(readFileSync(join(folder, 'main.go'), 'utf8').split('RegisterBuilder')[0]?.split('\n').length ?? 0, 6);
		await workbench.quickFix('Create documentation pages');
	});
	const asked = await step('being asked, with the changes shown', async () => {
		await page.locator('.multiDiffEntry, .multi-diff-root-floating-menu, .editor-group-container .multiDiffEditor').first().waitFor();
		return workbench.notification('Create documentation pages: 2 files would change.');
	});
	await step('finding nothing written yet', async () => assert.deepEqual(pages.map(existsSync), [false, false]));
	await step('reading the new page in the preview', () => page.locator('.multiDiffEntry .view-line', { hasText: 'Acme' }).first().waitFor());
	await step('having it applied', () => asked.getByRole('button', { name: 'Apply Fix' }).click());
	await step('seeing the preview closed', () => page.locator('.tab[aria-label^="Create documentation pages"]').first().waitFor({ state: 'detached' }));
	await step('having the pages on disk', async () => {
		for (let tries = 40; tries > 0 && !pages.every(existsSync); tries--) await page.waitForTimeout(250);
		assert.deepEqual(
			pages.map(path => /acme/i.test(readFileSync(path, 'utf8'))),
			[true, true],
		);
	});
}
