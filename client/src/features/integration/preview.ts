import * as vscode from 'vscode';
import { type IntegrationPreviewRequest, type IntegrationView, integrationPreview, type PluginView } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import type { Host } from '../../host';
import { pickPlugin } from '../pickPlugin';
import { bodyHtml, shellHtml, statusOf } from './html';

/** How long nothing must change before the preview is made again, in milliseconds. */
const pause = 150;

/** Shows what the integrations portal would show of a plugin beside the code, and follows edits while a person can see it. */
export function registerIntegration(host: Host): void {
	const shown = new Shown(host);
	host.context.subscriptions.push(shown);
	host.command(command.previewIntegration, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (plugin) await shown.show(plugin);
	});
}

/** What a person chose in the preview, as its script says it. */
interface Chosen {
	readonly ready?: true;
	readonly page?: string;
	readonly variant?: string;
	readonly copy?: true;
}

class Shown implements vscode.Disposable {
	readonly #host: Host;
	readonly #owned: vscode.Disposable[];
	#panel: vscode.WebviewPanel | undefined;
	#plugin: PluginView | undefined;
	#view: IntegrationView | undefined;
	#page: string | undefined;
	#variant: 'committed' | 'generated' = 'committed';
	#stale = false;
	/** Which request is the newest: answers to older ones are dropped. */
	#asked = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(host: Host) {
		this.#host = host;
		this.#owned = [
			host.server.onChange(() => this.#changed()),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (this.#plugin !== undefined && document.uri.toString().startsWith(`${this.#plugin.uri}/`)) this.#changed();
			}),
			vscode.window.onDidChangeActiveTextEditor(editor => this.#follow(editor)),
		];
	}

	/** Shows a plugin beside the active editor: the page that is edited there, if it is one of its pages. */
	async show(plugin: PluginView): Promise<void> {
		if (plugin.uri !== this.#plugin?.uri) {
			this.#page = undefined;
			this.#variant = 'committed';
		}
		this.#plugin = plugin;
		let view = await this.#read();
		const edited = this.#pageIn(vscode.window.activeTextEditor, view);
		if (edited !== undefined && edited !== view.shown?.key) {
			this.#page = edited;
			view = await this.#read();
		}
		this.#view = view;
		const isNew = this.#panel === undefined;
		this.#panel ??= this.#make();
		this.#panel.title = `Integration page of ${plugin.name}`;
		if (isNew) this.#panel.webview.html = this.#shell(this.#panel, view, plugin);
		else this.#send();
		this.#panel.reveal(undefined, true);
	}

	#make(): vscode.WebviewPanel {
		const panel = vscode.window.createWebviewPanel(
			'packerReadiness.integration',
			'',
			{ viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
			{
				enableScripts: true,
				enableFindWidget: true,
				enableCommandUris: [command.openFinding, command.generate],
				localResourceRoots: [vscode.Uri.joinPath(this.#host.context.extensionUri, 'dist')],
			},
		);
		panel.onDidDispose(() => {
			this.#panel = undefined;
			this.#plugin = undefined;
			this.#view = undefined;
			this.#page = undefined;
		});
		panel.onDidChangeViewState(() => this.#refreshIfSeen());
		panel.webview.onDidReceiveMessage((chosen: Chosen) => this.#choose(chosen));
		return panel;
	}

	#shell(panel: vscode.WebviewPanel, view: IntegrationView, plugin: PluginView): string {
		const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(this.#host.context.extensionUri, 'dist', 'integration.js')).toString();
		const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
		return shellHtml({ script, nonce, title: panel.title }, view, plugin.uri);
	}

	async #choose({ ready, page, variant, copy }: Chosen): Promise<void> {
		if (ready) return this.#send(); // the editor makes the document again from its first text when a hidden tab is shown
		if (copy) return void (await vscode.env.clipboard.writeText(this.#view?.snippet ?? ''));
		if (page !== undefined) this.#page = page;
		if (variant !== undefined) this.#variant = variant === 'generated' ? 'generated' : 'committed';
		await this.#update();
	}

	/** Shows the page that a person goes to in the editor. */
	#follow(editor: vscode.TextEditor | undefined): void {
		if (this.#panel?.visible !== true || this.#view === undefined) return;
		const page = this.#pageIn(editor, this.#view);
		if (page === undefined || page === this.#view.shown?.key) return;
		this.#page = page;
		void this.#update();
	}

	#pageIn(editor: vscode.TextEditor | undefined, { pages }: IntegrationView): string | undefined {
		const uri = editor?.document.uri.toString(true);
		const root = this.#plugin && vscode.Uri.parse(this.#plugin.uri).toString(true);
		if (uri === undefined || root === undefined || !uri.startsWith(`${root}/`)) return undefined;
		const path = uri.slice(root.length + 1);
		return pages.find(page => page.path === path || page.source === path)?.key;
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
		void this.#update();
	}

	async #update(): Promise<void> {
		const asked = ++this.#asked;
		try {
			const view = await this.#read();
			if (asked !== this.#asked || this.#panel === undefined) return;
			this.#view = view;
			this.#send();
		} catch (error) {
			this.#host.server.output.warn(`The preview of the integration page could not be updated: ${String(error)}`);
		}
	}

	#send(): void {
		const [view, plugin] = [this.#view, this.#plugin];
		if (view === undefined || plugin === undefined) return;
		void this.#panel?.webview.postMessage({ html: bodyHtml(view, plugin.uri), page: view.shown?.key ?? '', status: statusOf(view) });
	}

	#read(): Promise<IntegrationView> {
		const request: IntegrationPreviewRequest = {
			uri: this.#plugin?.uri ?? '',
			variant: this.#variant,
			...(this.#page === undefined ? {} : { page: this.#page }),
		};
		return this.#host.server.request<IntegrationView>(integrationPreview, request);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#panel?.dispose();
		for (const owned of this.#owned) owned.dispose();
	}
}
