import * as vscode from 'vscode';
import { type SafeFixes, type SafeFixesAnswer, type Suppression, safeFixes } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import type { Host } from '../../host';
import { counted } from '../counted';
import { pickPlugin } from '../pickPlugin';
import { makeExecutable } from './makeExecutable';

/** Apply all safe fixes of a plugin, and suppress one finding with a reason that the person gives. */
export function registerFixes(host: Host): void {
	host.command(command.fixAll, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const answer = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: `Fixing ${plugin.name}` }, () =>
			host.server.request<SafeFixesAnswer>(safeFixes, { uri: plugin.uri } satisfies SafeFixes),
		);
		const edit = answer.edit === null ? undefined : await host.server.toWorkspaceEdit(answer.edit);
		if (!edit || edit.size === 0) return void vscode.window.setStatusBarMessage(`${plugin.name}: no safe fix to apply`, 5000);
		// One edit is one step to undo. As a refactoring its files are saved, unless the person's settings say otherwise.
		if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
			throw new Error('The fixes could not be applied. Save or close the files they change, and try again.');
		await makeExecutable(host, plugin.uri, answer.executables);
		void tell(plugin.name, answer, edit);
	});

	host.command(command.suppress, async ({ uri, line, rule, prefix, suffix, indent }: Suppression) => {
		const reason = await vscode.window.showInputBox({
			title: `Suppress ${rule}`,
			prompt: 'Why does the rule not apply here? The reason is kept in the comment, for those who read the file.',
			validateInput: value => (value.trim() === '' ? 'A reason is required.' : undefined),
		});
		if (reason === undefined) return;
		const edit = new vscode.WorkspaceEdit();
		edit.insert(
			vscode.Uri.parse(uri),
			new vscode.Position(line, 0),
			`${indent}${prefix} packer-readiness:ignore ${rule} -- ${reason.trim().replaceAll(/\s+/g, ' ')}${suffix}\n`,
		);
		await vscode.workspace.applyEdit(edit);
	});
}

/** Says what was done; offers to save what is not saved. */
async function tell(name: string, { fixes, files, regenerated }: SafeFixesAnswer, edit: vscode.WorkspaceEdit): Promise<void> {
	const changed = new Set(edit.entries().map(([uri]) => uri.toString()));
	const unsaved = vscode.workspace.textDocuments.filter(document => document.isDirty && changed.has(document.uri.toString()));
	const also = regenerated.length === 0 ? '' : ` Regenerated ${counted(regenerated.length, 'file')}.`;
	const save = `Save ${counted(unsaved.length, 'File')}`;
	const text = `${name}: ${counted(fixes, 'fix', 'fixes')} in ${counted(files, 'file')}.${also}`;
	if ((await vscode.window.showInformationMessage(text, ...(unsaved.length === 0 ? [] : [save]))) !== save) return;
	for (const document of unsaved) await document.save();
}
