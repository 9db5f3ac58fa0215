import * as vscode from 'vscode';
import { scheme } from '../../contributions';

/** What would change: an LSP WorkspaceEdit, null if nothing would, and what each file is to hold, null where it is deleted. */
export interface Changes {
	readonly edit: unknown;
	readonly files: readonly { readonly path: string; readonly text: string | null }[];
	/** The files that are to be executable, as an edit cannot say. */
	readonly executables?: readonly string[];
}

/** Changes that are shown before they are made. */
export interface Proposal {
	/** The folder to which paths are relative. */
	readonly root: string;
	/** The title of the editor that shows them. */
	readonly title: string;
	/** Works out what would change now. */
	look(): Promise<Changes>;
}

/** What would change, in one editor with all files. */
export class ChangesPreview implements vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #changed = new vscode.EventEmitter<vscode.Uri>();
	readonly #owned: readonly vscode.Disposable[];
	#shown: Proposal | undefined;
	/** The files that are shown, with what they are to hold. */
	#files: Changes['files'] = [];
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
	async show(proposal: Proposal, files: Changes['files']): Promise<void> {
		await this.close();
		const changes: Array<[vscode.Uri, vscode.Uri, vscode.Uri]> = [];
		for (const { path, text } of files) {
			const uri = vscode.Uri.joinPath(vscode.Uri.parse(proposal.root), path);
			const nothing = uri.with({ scheme: scheme.nothing });
			if (text !== null) this.#set(uri, text);
			const isThere = await vscode.workspace.fs.stat(uri).then(
				() => true,
				() => false,
			);
			changes.push([uri, isThere ? uri : nothing, text === null ? nothing : uri.with({ scheme: scheme.generated })]);
		}
		this.#shown = proposal;
		this.#files = files;
		await vscode.commands.executeCommand('vscode.changes', proposal.title, changes);
	}

	/** Whether a person sees exactly this now. */
	shows(proposal: Proposal, files: Changes['files']): boolean {
		return this.#shown === proposal && JSON.stringify(files) === JSON.stringify(this.#files);
	}

	/** Shows what would change now that something is different, and closes where nothing would. */
	async follow(): Promise<void> {
		this.#changedAgain = true;
		if (this.#following) return;
		this.#following = true;
		try {
			while (this.#changedAgain) {
				this.#changedAgain = false;
				await this.#update();
			}
		} finally {
			this.#following = false;
		}
	}

	async #update(): Promise<void> {
		const shown = this.#shown;
		if (shown === undefined || this.#tabs().length === 0) return;
		const { files } = await shown.look();
		if (this.#shown !== shown) return;
		if (files.length === 0) return this.close();
		// An editor that is open cannot get other files, and opening another one would take the focus: these are shown when a person applies them.
		if (!sameFiles(files, this.#files)) return;
		this.#files = files;
		for (const { path, text } of files) if (text !== null) this.#set(vscode.Uri.joinPath(vscode.Uri.parse(shown.root), path), text);
	}

	/** Closes the editor, if it is still open. */
	async close(): Promise<void> {
		const tabs = this.#tabs();
		this.#shown = undefined;
		this.#files = [];
		this.#texts.clear();
		if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
	}

	/** The tabs that show it: the editor adds the number of files to the title. */
	#tabs(): vscode.Tab[] {
		const title = this.#shown?.title;
		return vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(({ label }) => title !== undefined && label.startsWith(title));
	}

	/** Sets what a file would hold; the editor may still have what was before. */
	#set(uri: vscode.Uri, text: string): void {
		if (this.#texts.get(uri.path) === text) return;
		this.#texts.set(uri.path, text);
		this.#changed.fire(uri.with({ scheme: scheme.generated }));
	}

	dispose(): void {
		for (const owned of this.#owned) owned.dispose();
	}
}

/** Whether the same files are written, and the same ones deleted. */
function sameFiles(a: Changes['files'], b: Changes['files']): boolean {
	const named = (files: Changes['files']) => JSON.stringify(files.map(({ path, text }) => [path, text === null]));
	return named(a) === named(b);
}
