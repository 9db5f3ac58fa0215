import * as vscode from 'vscode';
import { type PluginView, type PublishedReleasesView, type ReleasePreviewRequest, type ReleaseView, releasePreview } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import type { Host } from '../../host';
import { pickPlugin } from '../pickPlugin';
import { releaseHtml } from './html';
import { PublishedReader } from './published';

/** How long nothing must change before the preview is made again, in milliseconds. */
const pause = 150;

/** Shows what a release would publish beside the code, and follows edits while a person can see it. */
export function registerRelease(host: Host): void {
	const shown = new Shown(host);
	host.context.subscriptions.push(shown);
	host.command(command.previewRelease, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (plugin) await shown.show(plugin);
	});
	const reader = new PublishedReader(host);
	host.command(command.readPublished, async (called?: unknown) => {
		const plugin = shown.plugin ?? (await pickPlugin(host.server, called));
		const published = plugin && (await reader.read(plugin));
		if (plugin && published) await shown.show(plugin, { published });
	});
	host.command(command.previewTag, async () => {
		const plugin = shown.plugin ?? (await pickPlugin(host.server));
		if (!plugin) return;
		const tag = await vscode.window.showInputBox({ prompt: 'Tag to preview', value: shown.tag ?? '', placeHolder: 'v1.2.3' });
		if (tag !== undefined) await shown.show(plugin, { tag: tag.trim() });
	});
}

class Shown implements vscode.Disposable {
	readonly #host: Host;
	readonly #owned: vscode.Disposable[];
	#panel: vscode.WebviewPanel | undefined;
	#plugin: PluginView | undefined;
	/** The tag that a person asked for; the next one where there is none. */
	#asked: string | undefined;
	#tag: string | undefined;
	#published: PublishedReleasesView | undefined;
	#stale = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(host: Host) {
		this.#host = host;
		this.#owned = [
			host.server.onChange(() => this.#changed()),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (this.#plugin !== undefined && document.uri.toString().startsWith(`${this.#plugin.uri}/`)) this.#changed();
			}),
		];
	}

	/** The plugin that is shown, and the tag. */
	get plugin(): PluginView | undefined {
		return this.#plugin;
	}

	get tag(): string | undefined {
		return this.#tag;
	}

	/** Shows a plugin's release beside the active editor, and what was published if that was read. */
	async show(plugin: PluginView, { tag, published }: { readonly tag?: string; readonly published?: PublishedReleasesView } = {}): Promise<void> {
		if (plugin.uri !== this.#plugin?.uri) {
			this.#asked = undefined;
			this.#published = undefined;
		}
		this.#plugin = plugin;
		if (tag !== undefined) this.#asked = tag === '' ? undefined : tag;
		if (published !== undefined) this.#published = published;
		const html = await this.#html();
		this.#panel ??= this.#make();
		this.#panel.title = `Release of ${plugin.name}`;
		this.#panel.webview.html = html;
		this.#panel.reveal(undefined, true);
	}

	#make(): vscode.WebviewPanel {
		const panel = vscode.window.createWebviewPanel(
			'packerReadiness.release',
			'',
			{ viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
			{ enableFindWidget: true, enableCommandUris: [command.openFinding, command.previewTag, command.readPublished] },
		);
		panel.onDidDispose(() => {
			this.#panel = undefined;
			this.#plugin = undefined;
			this.#published = undefined;
		});
		panel.onDidChangeViewState(() => this.#refreshIfSeen());
		return panel;
	}

	#changed(): void {
		if (this.#panel === undefined) return;
		this.#stale = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#refreshIfSeen(), pause);
	}

	/** Nothing is asked for while nobody looks. */
	#refreshIfSeen(): void {
		if (!this.#stale || this.#panel?.visible !== true || this.#host.server.state !== 'ready') return;
		this.#stale = false;
		this.#html().then(
			html => {
				if (this.#panel) this.#panel.webview.html = html;
			},
			error => this.#host.server.output.warn(`The preview of the release could not be updated: ${String(error)}`),
		);
	}

	async #html(): Promise<string> {
		const plugin = this.#plugin;
		if (plugin === undefined) return '';
		const request: ReleasePreviewRequest = { uri: plugin.uri, ...(this.#asked === undefined ? {} : { tag: this.#asked }) };
		const view = await this.#host.server.request<ReleaseView>(releasePreview, request);
		this.#tag = view.tag;
		return releaseHtml(view, plugin.uri, this.#published);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#panel?.dispose();
		for (const owned of this.#owned) owned.dispose();
	}
}
