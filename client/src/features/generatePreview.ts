import * as vscode from 'vscode';
import type { GenerateAnswer, PluginView } from '../../../server/src/protocol';
import { scheme } from '../contributions';

/** What would be generated, in one editor with all files. */
export class Preview implements vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #changed = new vscode.EventEmitter<vscode.Uri>();
	readonly #owned: readonly vscode.Disposable[];
	#shown: { readonly title: string; readonly plugin: PluginView } | undefined;
	#following = false;
	#changedAgain = false;

	constructor() {
		const provideTextDocumentContent = ({ path }: vscode.Uri) => this.#texts.get(path) ?? '';
		this.#owned = [
			this.#changed,
			vscode.workspace.registerTextDocumentContentProvider(scheme.generated, { onDidChange: this.#changed.event, provideTextDocumentContent }),
			vscode.workspace.registerTextDocumentContentProvider(scheme.nothing, { provideTextDocumentContent: () => '' }),
		];
	}

	/** Shows these files in place of those that were shown before. */
	async show(plugin: PluginView, title: string, files: GenerateAnswer['files']): Promise<void> {
		await this.close();
		const changes: Array<[vscode.Uri, vscode.Uri, vscode.Uri]> = [];
		for (const { path, text } of files) {
			const uri = vscode.Uri.joinPath(vscode.Uri.parse(plugin.uri), path);
			const generated = uri.with({ scheme: scheme.generated });
			this.#set(uri, text);
			const isThere = await vscode.workspace.fs.stat(uri).then(
				() => true,
				() => false,
			);
			changes.push([uri, isThere ? uri : uri.with({ scheme: scheme.nothing }), generated]);
		}
		this.#shown = { title, plugin };
		await vscode.commands.executeCommand('vscode.changes', title, changes);
	}

	/** Shows what would be generated now that something has changed, and closes where nothing would; `look` finds that out. */
	async follow(look: (plugin: PluginView) => Promise<GenerateAnswer>): Promise<void> {
		this.#changedAgain = true;
		if (this.#following) return;
		this.#following = true;
		try {
			while (this.#changedAgain) {
				this.#changedAgain = false;
				await this.#update(look);
			}
		} finally {
			this.#following = false;
		}
	}

	async #update(look: (plugin: PluginView) => Promise<GenerateAnswer>): Promise<void> {
		const shown = this.#shown;
		if (shown === undefined || this.#tabs().length === 0) return;
		const { files } = await look(shown.plugin);
		if (this.#shown !== shown) return;
		if (files.length === 0) return this.close();
		for (const { path, text } of files) this.#set(vscode.Uri.joinPath(vscode.Uri.parse(shown.plugin.uri), path), text);
	}

	/** Closes the editor, if it is still open. */
	async close(): Promise<void> {
		const tabs = this.#tabs();
		this.#shown = undefined;
		this.#texts.clear();
		if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
	}

	/** The tabs that show it: the editor adds the number of files to the title. */
	#tabs(): vscode.Tab[] {
		const title = this.#shown?.title;
		return vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(({ label }) => title !== undefined && label.startsWith(title));
	}

	/** Sets what would be generated; the editor may still have what was before. */
	#set(uri: vscode.Uri, text: string): void {
		if (this.#texts.get(uri.path) === text) return;
		this.#texts.set(uri.path, text);
		this.#changed.fire(uri.with({ scheme: scheme.generated }));
	}

	dispose(): void {
		for (const owned of this.#owned) owned.dispose();
	}
}
