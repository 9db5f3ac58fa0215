// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';

const id = 'packer-plugin-readiness.packer-plugin-readiness';
const root = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const file = (path: string) => vscode.Uri.joinPath(root(), path);
const rulesOf = (uri: vscode.Uri) =>
	vscode.languages
		.getDiagnostics(uri)
		.filter(d => d.source === 'packer-readiness')
		.map(d => (typeof d.code === 'object' ? d.code.value : d.code));

/** Waits, without polling, until the diagnostics of a file are as wanted. */
async function diagnostics(uri: vscode.Uri, wanted: (rules: unknown[]) => boolean): Promise<void> {
	if (wanted(rulesOf(uri))) return;
	await new Promise<void>(resolve => {
		const listening = vscode.languages.onDidChangeDiagnostics(() => {
			if (!wanted(rulesOf(uri))) return;
			listening.dispose();
			resolve();
		});
	});
}

describe('the extension', () => {
	it('is activated by the folder, without being asked', async () => {
		const extension = vscode.extensions.getExtension(id) ?? assert.fail('the extension is not there');
		await extension.activate();
		assert.equal(extension.isActive, true);
	});

	it('registers every command that it declares', async () => {
		const { contributes } = (vscode.extensions.getExtension(id) ?? assert.fail('the extension is not there')).packageJSON as {
			contributes: { commands: Array<{ command: string }> };
		};
		const registered = new Set(await vscode.commands.getCommands(true));
		assert.deepEqual(
			contributes.commands.map(c => c.command).filter(command => !registered.has(command)),
			[],
		);
	});

	it('reports on files that nobody has opened', () => diagnostics(file('main.go'), rules => rules.includes('main/no-set-version')));

	it('links each finding to the page of its rule', () => {
		const codes = vscode.languages
			.getDiagnostics(file('main.go'))
			.filter(d => d.source === 'packer-readiness')
			.map(d => d.code);
		assert.ok(codes.length > 0);
		assert.deepEqual(
			codes.filter(code => typeof code !== 'object' || code.target.toString(true) !== `command:packerReadiness.explainRule?${JSON.stringify([code.value])}`),
			[],
		);
	});

	it('explains a finding where the pointer rests on it', async () => {
		const [finding] = vscode.languages.getDiagnostics(file('main.go'));
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', file('main.go'), finding?.range.start);
		const texts = hovers.flatMap(hover => hover.contents.map(content => (typeof content === 'string' ? content : content.value)));
		assert.ok(
			texts.some(text => text.includes('The plugin sets its version before it runs')),
			texts.join('\n'),
		);
	});

	it('fixes a finding, and the finding goes', async () => {
		const uri = file('main.go');
		await vscode.window.showTextDocument(uri);
		const [finding] = vscode.languages.getDiagnostics(uri).filter(d => typeof d.code === 'object' && d.code.value === 'main/no-set-version');
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			'vscode.executeCodeActionProvider',
			uri,
			finding?.range,
			vscode.CodeActionKind.QuickFix.value,
			10,
		);
		const fix = actions.find(action => action.edit && action.isPreferred) ?? actions.find(action => action.edit);
		assert.ok(fix?.edit, `no fix among ${actions.map(a => a.title).join(', ')}`);
		assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
		await diagnostics(uri, rules => !rules.includes('main/no-set-version'));
		assert.match((await vscode.workspace.openTextDocument(uri)).getText(), /\.SetVersion\(/);
	});

	it('sees what is typed before it is saved', async () => {
		const uri = file('go.mod');
		const document = await vscode.workspace.openTextDocument(uri);
		const edit = new vscode.WorkspaceEdit();
		edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), 'module github.com/acme/packer-plugin-acme\n\ngo 1.25.10\n');
		await vscode.workspace.applyEdit(edit);
		await diagnostics(uri, rules => rules.includes('module/sdk-missing'));
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});

	it('drafts the review email as a document of its own', async () => {
		const opened = new Promise<vscode.TextEditor>(resolve => {
			const listening = vscode.window.onDidChangeActiveTextEditor(editor => {
				if (editor?.document.uri.scheme !== 'packer-readiness-draft') return;
				listening.dispose();
				resolve(editor);
			});
		});
		await vscode.commands.executeCommand('packerReadiness.draftReviewEmail');
		const text = (await opened).document.getText();
		assert.match(text, /packer-integration-dev@hashicorp\.com/);
		assert.match(text, /packer-plugin-acme/);
	});

	it('goes on after its server was restarted', async () => {
		await vscode.commands.executeCommand('packerReadiness.restartServer');
		const uri = file('go.mod');
		await vscode.commands.executeCommand('packerReadiness.check');
		assert.ok(
			vscode.languages.getDiagnostics().some(([, found]) => found.some(d => d.source === 'packer-readiness')),
			uri.toString(),
		);
	});

	it('goes on after its server was killed, and says so nowhere but in the status item', async function () {
		if (process.platform !== 'linux') this.skip(); // only there can a process look for the children of another
		await killServer();
		const uri = file('go.mod');
		const document = await vscode.workspace.openTextDocument(uri);
		const edit = new vscode.WorkspaceEdit();
		edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), 'module github.com/acme/packer-plugin-acme\n\ngo 1.25.10\n');
		await vscode.workspace.applyEdit(edit);
		await diagnostics(uri, rules => rules.includes('module/sdk-missing'));
		await vscode.window.showTextDocument(uri);
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});

	it('is whole after its server was killed a hundred times during edits', async function () {
		if (process.platform !== 'linux') this.skip();
		this.timeout(300_000);
		const uri = file('go.mod');
		const document = await vscode.workspace.openTextDocument(uri);
		const original = document.getText();
		const without = original.replace(/^.*packer-plugin-sdk .*\n/m, '');
		const write = async (text: string) => {
			const edit = new vscode.WorkspaceEdit();
			edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
			assert.ok(await vscode.workspace.applyEdit(edit));
		};
		await diagnostics(file('main.go'), rules => rules.includes('main/no-set-version'));
		for (let kills = 0; kills < 100; kills++) {
			// The client gives up on a server that crashes five times in three minutes; a person starts it again.
			if (kills % 4 === 0) await vscode.commands.executeCommand('packerReadiness.restartServer');
			await write(without);
			await diagnostics(uri, rules => rules.includes('module/sdk-missing'));
			await write(original);
			await killServer();
		}
		await diagnostics(uri, rules => !rules.includes('module/sdk-missing'));
		assert.equal(document.getText(), original);
		assert.deepEqual(
			vscode.workspace.textDocuments.filter(open => open.isDirty).map(open => open.uri.path),
			[uri.path],
			'nothing else was touched',
		);
		await vscode.window.showTextDocument(uri);
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});
});

/** Kills the server. One that was killed before may still be listed while the next starts. */
async function killServer(): Promise<void> {
	for (;;) {
		try {
			process.kill(await runningServer(), 'SIGKILL');
			return;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
		}
	}
}

/** The process of the server, as soon as there is one: each publishes what it finds. */
async function runningServer(): Promise<number> {
	for (;;) {
		const [pid] = readdirSync('/proc').filter(pid => /^\d+$/.test(pid) && commandOf(pid).includes('dist/server.cjs'));
		if (pid !== undefined) return Number(pid);
		await new Promise<void>(resolve => {
			const listening = vscode.languages.onDidChangeDiagnostics(() => {
				listening.dispose();
				resolve();
			});
		});
	}
}

/** The command line of a process; nothing where it has gone, or is not ours to look at. */
function commandOf(pid: string): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		return '';
	}
}
