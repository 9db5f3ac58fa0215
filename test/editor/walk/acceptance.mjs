// SPDX-License-Identifier: MPL-2.0
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export const title = 'a person runs the acceptance tests: is told what is missing, runs them anyway, and again while the result is still shown';

const programs = mkdtempSync(join(tmpdir(), 'programs-'));
for (const [name, script] of Object.entries({
	// One more test passes each time, so that the results are told apart. It takes a second: VS Code hides the fourth notification within 800 ms.
	go: `test "$1" = test || exit 0\nsleep 1\necho "--- PASS: TestAccBuilder (0.01s)" >> ${join(programs, 'results')}\ncat ${join(programs, 'results')}`,
	packer: 'test "$1" = version && echo "Packer v1.14.0"\nexit 0',
})) {
	writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
	chmodSync(join(programs, name), 0o755);
}

export const options = {
	trust: false,
	settings: { 'packerReadiness.acceptanceTests.environment': { PATH: `${programs}${delimiter}${process.env.PATH}` }, 'window.dialogStyle': 'custom' },
};

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, step }) {
	const { page } = workbench;
	const dialog = page.locator('.monaco-dialog-box');
	rmSync(join(programs, 'results'), { force: true }); // the walk in another version of the editor has left some
	const run = async () => {
		await workbench.runCommand('Packer Readiness: Run Acceptance Tests…');
		await dialog.getByText('packer-plugin-acme is not installed').first().waitFor();
		await dialog.getByText('packer plugins install --path').first().waitFor();
		await dialog.locator('.monaco-button', { hasText: 'Run Anyway' }).first().click();
	};
	await step('opening main.go', () => workbench.openFile('main.go'));
	await step('seeing the finding', () => workbench.problem('main/no-set-version'));
	await step('running them', run);
	await step('being told how they ended', () => workbench.notification('1 passed, 0 failed'));
	await step('running them again, with the result still shown', run);
	await step('being told again', () => workbench.notification('2 passed, 0 failed'));
}
