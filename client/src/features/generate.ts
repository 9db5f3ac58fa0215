import * as vscode from 'vscode';
import { type GenerateAnswer, generate, type PluginView, type SafeFixes } from '../../../server/src/protocol';
import { command } from '../contributions';
import type { Host } from '../host';
import { counted } from './counted';
import { Preview } from './generatePreview';
import { pickPlugin } from './pickPlugin';

/** Shows what packer-sdc would generate beside what is there, file by file, and writes it when the person says so. */
export function registerGenerate(host: Host): void {
	const preview = new Preview();
	const { server } = host;
	const look = ({ uri }: PluginView) => server.request<GenerateAnswer>(generate, { uri } satisfies SafeFixes);
	const failed = (error: unknown) => server.output.error(`The preview of generated files could not be updated: ${String(error)}`);
	host.context.subscriptions.push(
		preview,
		server.onChange(() => void preview.follow(look).catch(failed)),
	);

	host.command(command.generate, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const { files, notes } = await look(plugin);
		for (const note of notes) host.server.output.warn(note);
		if (files.length === 0) {
			const remarks = notes.length === 0 ? '' : `; ${counted(notes.length, 'remark')} in the output`;
			return void vscode.window.setStatusBarMessage(`${plugin.name}: generated files are up to date${remarks}`, 8000);
		}
		const count = counted(files.length, 'generated file');
		await preview.show(plugin, `${plugin.name}: ${count} to write`, files);
		void ask(host, preview, plugin, count);
	});
}

/** Writes the files if the person says so. They are worked out again: sources may have changed meanwhile. */
async function ask(host: Host, preview: Preview, plugin: PluginView, count: string): Promise<void> {
	const write = 'Write Files';
	if ((await vscode.window.showInformationMessage(`${count} of ${plugin.name} would change.`, write)) !== write) return;
	try {
		const now = await host.server.request<GenerateAnswer>(generate, { uri: plugin.uri } satisfies SafeFixes);
		const edit = now.files.length === 0 ? undefined : await host.server.toWorkspaceEdit(now.edit);
		if (edit && !(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
			throw new Error('The generated files could not be written. Save or close those that are open, and try again.');
		await preview.close();
	} catch (error) {
		void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
	}
}
