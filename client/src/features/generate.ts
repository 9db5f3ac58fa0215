import * as vscode from 'vscode';
import { type GenerateAnswer, generate, type SafeFixes } from '../../../server/src/protocol';
import { command, scheme } from '../contributions';
import type { Host } from '../host';
import { pickPlugin } from './pickPlugin';

/** Shows what packer-sdc would generate beside what is there, file by file, and writes it when the person says so. */
export function registerGenerate(host: Host): void {
	const texts = new Map<string, string>();
	host.context.subscriptions.push(
		vscode.workspace.registerTextDocumentContentProvider(scheme.generated, { provideTextDocumentContent: uri => texts.get(uri.path) ?? '' }),
		vscode.workspace.registerTextDocumentContentProvider(scheme.nothing, { provideTextDocumentContent: () => '' }),
	);

	host.command(command.generate, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const params: SafeFixes = { uri: plugin.uri };
		const { files, notes } = await host.server.request<GenerateAnswer>(generate, params);
		for (const note of notes) host.server.output.warn(note);
		if (files.length === 0) {
			const remarks = notes.length === 0 ? '' : `; ${notes.length === 1 ? '1 remark' : `${notes.length} remarks`} in the output`;
			return void vscode.window.setStatusBarMessage(`${plugin.name}: generated files are up to date${remarks}`, 8000);
		}
		texts.clear();
		const changes: Array<[vscode.Uri, vscode.Uri, vscode.Uri]> = [];
		for (const { path, text } of files) {
			const uri = vscode.Uri.joinPath(vscode.Uri.parse(plugin.uri), path);
			texts.set(uri.path, text);
			const isThere = await vscode.workspace.fs.stat(uri).then(
				() => true,
				() => false,
			);
			changes.push([uri, isThere ? uri : uri.with({ scheme: scheme.nothing }), uri.with({ scheme: scheme.generated })]);
		}
		const count = files.length === 1 ? '1 generated file' : `${files.length} generated files`;
		await vscode.commands.executeCommand('vscode.changes', `${plugin.name}: ${count} to write`, changes);
		const write = files.length === 1 ? 'Write It' : 'Write Them';
		if ((await vscode.window.showInformationMessage(`${count} of ${plugin.name} would change.`, write)) !== write) return;
		// Worked out again: files may have changed while the person looked.
		const now = await host.server.request<GenerateAnswer>(generate, params);
		const edit = now.files.length === 0 ? undefined : await host.server.toWorkspaceEdit(now.edit);
		if (edit && !(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
			throw new Error('The generated files could not be written. Save or close those that are open, and try again.');
	});
}
