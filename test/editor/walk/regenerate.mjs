// SPDX-License-Identifier: MPL-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const title = 'a person adds an option, sees what is stale, looks at what would be written, and has it written';

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, folder, step }) {
	const { page } = workbench;
	const config = join(folder, 'builder', 'acme', 'config.go');
	await step('opening the configuration', () => workbench.openFile('builder/acme/config.go'));
	await step('adding a documented option', async () => {
		const text = readFileSync(config, 'utf8');
		const changed = text.replace(/(type Config struct \{\n[^\n]*\n)/, '$1\t// The zone to build in.\n\tZone string `mapstructure:"zone" required:"false"`\n');
		if (changed === text) throw new Error('there is no Config to change');
		const seen = page.locator('.editor-group-container.active .view-line', { hasText: 'Zone string' });
		for (let tries = 4; tries > 0 && !(await seen.isVisible()); tries--) {
			writeFileSync(config, changed); // again, if the window does not watch its files yet
			await seen.waitFor({ timeout: 5000 }).catch(() => {});
		}
		await seen.waitFor();
	});
	await step('seeing that generated code is stale', () => workbench.problem('config/hcl2spec'));
	await step('asking for it to be generated', () => workbench.runCommand('Packer Readiness: Regenerate Files…'));
	await step('looking at the changes', () =>
		page.locator('.multiDiffEntry, .multi-diff-root-floating-menu, .editor-group-container .multiDiffEditor').first().waitFor(),
	);
	await step('having them written', async () => {
		const asked = await workbench.notification('would change');
		await asked.getByRole('button', { name: 'Write Files' }).click();
	});
	await step('seeing the preview closed', () => page.locator('.tab[aria-label*="to write"]').first().waitFor({ state: 'detached' }));
	await step('seeing that nothing is stale', async () => {
		await workbench.problem('main/no-set-version'); // the panel shows problems, and not this one
		await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'config/hcl2spec' }).first().waitFor({ state: 'detached' });
	});
}
