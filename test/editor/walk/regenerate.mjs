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
		writeFileSync(config, changed);
	});
	await step('seeing that generated code is stale', () => workbench.problem('Zone'));
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
		await workbench.runCommand('Problems: Focus on Problems View');
		await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'Zone' }).first().waitFor({ state: 'detached' });
	});
}
