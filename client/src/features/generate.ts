import * as vscode from 'vscode';
import { type GenerateAnswer, generate, type SafeFixes } from '../../../server/src/protocol';
import { command } from '../contributions';
import type { Host } from '../extension';
import { pickPlugin } from './pickPlugin';

/** Writes what packer-sdc would generate, after a look at the changes in the editor's own preview. */
export function registerGenerate(host: Host): void {
	host.command(command.generate, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const answer = await host.server.request<GenerateAnswer>(generate, { uri: plugin.uri } satisfies SafeFixes);
		for (const note of answer.notes) host.server.output.warn(note);
		const edit = answer.files.length === 0 ? undefined : await host.server.toWorkspaceEdit(answer.edit);
		if (!edit) {
			const unknown = answer.notes.length === 0 ? '' : `; ${answer.notes.length} could not be worked out (see the output)`;
			return void vscode.window.setStatusBarMessage(`${plugin.name}: generated files are up to date${unknown}`, 8000);
		}
		await vscode.workspace.applyEdit(edit, { isRefactoring: true });
	});
}
