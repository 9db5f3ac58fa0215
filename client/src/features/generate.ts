import * as vscode from 'vscode';
import { type GenerateAnswer, generate, type PluginView, type SafeFixes } from '../../../server/src/protocol';
import { command, scheme } from '../contributions';
import type { Host } from '../host';
import { counted } from './counted';
import { pickPlugin } from './pickPlugin';

/** Shows what packer-sdc would generate beside what is there, file by file, and writes it when the person says so. */
export function registerGenerate(host: Host): void {
	const preview = new Preview();
	host.context.subscriptions.push(preview);

	host.command(command.generate, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const params: SafeFixes = { uri: plugin.uri };
		const { files, notes } = await host.server.request<GenerateAnswer>(generate, params);
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

/** What would be generated, in one editor with all files. */
class Preview implements vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #changed = new vscode.EventEmitter<vscode.Uri>();
	readonly #owned: readonly vscode.Disposable[];
	#title: string | undefined;

	constructor() {
		const provideTextDocumentContent = ({ path }: vscode.Uri) => this.#texts.get(path) ?? '';
		this.#owned = [
			this.#changed,
			vscode.workspace.registerTextDocumentContentProvider(scheme.generated, { onDidChange: this.#changed.event, provideTextDocumentContent }),
			vscode.workspace.registerTextDocumentContentProvider(scheme.nothing, { provideTextDocumentContent: () => '' }),
		];
	}

	/** Shows these files in place of those that were shown before. */
	async show({ uri: folder }: PluginView, title: string, files: GenerateAnswer['files']): Promise<void> {
		await this.close();
		const changes: Array<[vscode.Uri, vscode.Uri, vscode.Uri]> = [];
		for (const { path, text } of files) {
			const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), path);
			const generated = uri.with({ scheme: scheme.generated });
			this.#texts.set(uri.path, text);
			this.#changed.fire(generated); // the editor may still have what was generated before
			const isThere = await vscode.workspace.fs.stat(uri).then(
				() => true,
				() => false,
			);
			changes.push([uri, isThere ? uri : uri.with({ scheme: scheme.nothing }), generated]);
		}
		this.#title = title;
		await vscode.commands.executeCommand('vscode.changes', title, changes);
	}

	/** Closes the editor, if it is still open. */
	async close(): Promise<void> {
		const title = this.#title; // the editor adds the number of files to it
		const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(({ label }) => title !== undefined && label.startsWith(title));
		this.#title = undefined;
		this.#texts.clear();
		if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
	}

	dispose(): void {
		for (const owned of this.#owned) owned.dispose();
	}
}
