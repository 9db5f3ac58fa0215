// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const title = 'a person opens a hostile plugin in Restricted Mode: nothing of it runs, and nothing outside it is shown';

export const options = { trust: true };

const outside = mkdtempSync(join(tmpdir(), 'outside-'));
const ran = join(outside, 'ran');
const secret = 'OUTSIDE THE PLUGIN';

/** Makes the plugin hostile: programs and settings that would run them, links that lead out, refs that name other files, and commands in texts. */
export function prepare(/** @type {string} */ folder) {
	const put = (/** @type {string} */ path, /** @type {string} */ text) => {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	writeFileSync(join(outside, 'secret.txt'), `${secret}\n`);
	for (const name of ['go', 'git', 'packer', 'packer-sdc', 'make', 'node', 'goreleaser']) {
		put(`bin/${name}`, `#!/bin/sh\necho ${name} "$@" >> ${ran}\n`);
		chmodSync(join(folder, 'bin', name), 0o755);
	}
	const path = { PATH: join(folder, 'bin') };
	put('.vscode/settings.json', JSON.stringify({ 'packerReadiness.acceptanceTests.environment': path, 'terminal.integrated.env.linux': path }));
	rmSync(join(folder, '.git'), { recursive: true, force: true });
	put('.git/HEAD', `ref: refs/heads/../../..${outside}/secret.txt\n`);
	put('.git/config', `[core]\n\tfsmonitor = "echo fsmonitor >> ${ran}"\n[remote "origin"]\n\turl = https://github.com/acme/packer-plugin-acme\n`);
	rmSync(join(folder, 'LICENSE'), { force: true });
	symlinkSync(join(outside, 'secret.txt'), join(folder, 'LICENSE'));
	symlinkSync(outside, join(folder, 'docs', 'outside'));
	put('CHANGELOG.md', '# x\n\n[x](command:workbench.action.terminal.new)\n');
	const main = readFileSync(join(folder, 'main.go'), 'utf8');
	put('main.go', main.replace('plugin.DEFAULT_NAME', '"[x](command:workbench.action.terminal.new)"'));
}

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, step }) {
	const { page } = workbench;
	await step('being in Restricted Mode', () => workbench.statusItem('Restricted Mode').waitFor());
	await step('seeing the findings', async () => {
		await workbench.openFile('main.go');
		await workbench.problem('main/no-set-version');
	});
	await step('hovering over one', async () => {
		const hover = await workbench.hover('NewSet');
		await workbench.waitForText('The plugin sets its version before it runs');
		const links = await hover.locator('a').evaluateAll(all => all.map(link => link.getAttribute('data-href') ?? link.getAttribute('href') ?? ''));
		const commands = links.filter(link => link.startsWith('command:'));
		assert.ok(commands.length > 0, 'the rule has a link');
		assert.deepEqual(
			commands.filter(link => !link.startsWith('command:packerReadiness.explainRule?')),
			[],
		);
		await page.mouse.move(700, 20);
	});
	await step('being told that the license cannot be read', async () => {
		await workbench.openView('Packer Readiness');
		await workbench.waitForText(/^LICENSE could not be read/);
	});
	await step('being offered nothing that runs code', async () => {
		const running = 'Packer Readiness: Run Acceptance Tests…';
		await page.keyboard.press('F1');
		await workbench.type(`>${running}`);
		await page
			.getByText(/No matching commands|similar commands/)
			.first()
			.waitFor();
		assert.equal(await workbench.row(running).count(), 0);
		await page.keyboard.press('Escape');
	});
	await step('drafting the email', async () => {
		await workbench.runCommand('Packer Readiness: Draft Review Email');
		await workbench.waitForText('packer-integration-dev@hashicorp.com');
		const text = await workbench.editorText();
		assert.ok(text.includes('TODO(commit)'), text);
		assert.ok(!text.includes(secret), text);
	});
	await step('reading a page in the preview', async () => {
		await workbench.runCommand('Packer Readiness: Explain Rule…');
		await workbench.answer('main/no-set-version');
		await workbench.webview().getByText('main/no-set-version').first().waitFor();
	});
	await step('finding that nothing ran', async () => assert.equal(existsSync(ran) ? readFileSync(ran, 'utf8') : '', ''));
}
