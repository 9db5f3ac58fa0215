import * as vscode from 'vscode';
import type { DraftNotice, PluginView } from '../../../../server/src/protocol';
import { scheme } from '../../contributions';
import { type DraftKind, nouns } from './kinds';

/** A draft that is kept, and what it was made from. */
export interface KeptDraft {
	/** The uri of the plugin, and its name. */
	readonly plugin: string;
	readonly name: string;
	readonly kind: DraftKind;
	/** The text as the person has left it. */
	readonly text: string;
	/** The text as it was drafted. */
	readonly drafted: string;
	readonly notices: readonly DraftNotice[];
	/** When the text was last written, in milliseconds. */
	readonly at: number;
}

const key = 'drafts';
/** The folder that all drafts are in; the manifest gives the files in it their language. */
const folder = '/packer-readiness-draft';

/**
 * The drafts as files that only the editor has, kept in the workspace's state: they can be edited, are saved without a question, and outlive the window.
 */
export class DraftFiles implements vscode.FileSystemProvider, vscode.Disposable {
	readonly #memento: vscode.Memento;
	readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	readonly onDidChangeFile = this.#changed.event;

	constructor(memento: vscode.Memento) {
		this.#memento = memento;
	}

	/** Where the draft of a plugin is; of two plugins with one name, each has its own. */
	uriOf(plugin: Pick<PluginView, 'uri' | 'name'>, kind: DraftKind): vscode.Uri {
		const title = `${nouns[kind]} of ${plugin.name}`;
		for (let n = 1; ; n++) {
			const path = `${folder}/${title}${n === 1 ? '' : ` (${n})`}`;
			const kept = this.#all[path];
			if (kept === undefined || kept.plugin === plugin.uri) return vscode.Uri.from({ scheme: scheme.draft, path });
		}
	}

	/** The draft at an address; undefined where there is none. */
	get(uri: vscode.Uri): KeptDraft | undefined {
		return uri.scheme === scheme.draft ? this.#all[uri.path] : undefined;
	}

	/** Keeps a draft; an editor that shows it shows the new text. */
	async set(uri: vscode.Uri, draft: KeptDraft): Promise<void> {
		const before = this.#all[uri.path];
		await this.#memento.update(key, { ...this.#all, [uri.path]: draft });
		if (before?.text !== draft.text) this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
	}

	stat(uri: vscode.Uri): vscode.FileStat {
		if (uri.path === folder || uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
		const { at, text } = this.#at(uri);
		return { type: vscode.FileType.File, ctime: at, mtime: at, size: new TextEncoder().encode(text).length };
	}

	readFile(uri: vscode.Uri): Uint8Array {
		return new TextEncoder().encode(this.#at(uri).text);
	}

	async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
		await this.set(uri, { ...this.#at(uri), text: new TextDecoder().decode(content), at: Date.now() });
	}

	readDirectory(): Array<[string, vscode.FileType]> {
		return Object.keys(this.#all).map(path => [path.slice(folder.length + 1), vscode.FileType.File]);
	}

	async delete(uri: vscode.Uri): Promise<void> {
		const { [uri.path]: _, ...others } = this.#all;
		await this.#memento.update(key, others);
		this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
	}

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => {});
	}

	createDirectory(uri: vscode.Uri): never {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	rename(uri: vscode.Uri): never {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	dispose(): void {
		this.#changed.dispose();
	}

	get #all(): Readonly<Record<string, KeptDraft>> {
		return this.#memento.get<Readonly<Record<string, KeptDraft>>>(key) ?? {};
	}

	#at(uri: vscode.Uri): KeptDraft {
		const kept = this.#all[uri.path];
		if (kept === undefined) throw vscode.FileSystemError.FileNotFound(uri);
		return kept;
	}
}
