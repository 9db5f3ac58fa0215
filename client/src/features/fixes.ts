import * as vscode from 'vscode';
import { type SafeFixes, safeFixes } from '../../../server/src/protocol';
import { command } from '../contributions';
import type { Host } from '../host';
import { pickPlugin } from './pickPlugin';

/** Apply all safe fixes of a plugin, and suppress one finding with a reason that the person gives. */
export function registerFixes(host: Host): void {
	host.command(command.fixAll, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const edit = await host.server.toWorkspaceEdit(await host.server.request(safeFixes, { uri: plugin.uri } satisfies SafeFixes));
		if (!edit || edit.size === 0) return void vscode.window.setStatusBarMessage(`${plugin.name}: there is no safe fix to apply`, 5000);
		if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The fixes could not be applied. Save or close the files they change, and try again.');
	});

	host.command(command.suppress, async (suppression: { uri: string; line: number; rule: string; prefix: string; suffix: string; indent: string }) => {
		const reason = await vscode.window.showInputBox({
			title: `Suppress ${suppression.rule}`,
			prompt: 'Why does this not apply here? The reason is kept in the comment, for whoever reads the file.',
			validateInput: value => (value.trim() === '' ? 'A reason is required.' : undefined),
		});
		if (reason === undefined) return;
		const { uri, line, rule, prefix, suffix, indent } = suppression;
		const edit = new vscode.WorkspaceEdit();
		edit.insert(
			vscode.Uri.parse(uri),
			new vscode.Position(line, 0),
			`${indent}${prefix} packer-readiness:ignore ${rule} -- ${reason.trim().replaceAll(/\s+/g, ' ')}${suffix}\n`,
		);
		await vscode.workspace.applyEdit(edit);
	});
}
