import * as vscode from 'vscode';
import { command, extensionName } from '../../contributions';
import type { Server } from '../../server';
import { type Status, statusOf } from './status';

/** The item of the status bar: how the plugins of the workspace stand and what to do next. A crash of the server is told here alone. */
export class StatusItem implements vscode.Disposable {
	readonly #item = vscode.window.createStatusBarItem('packerReadiness.status', vscode.StatusBarAlignment.Left);
	readonly #server: Server;
	readonly #listening: vscode.Disposable;

	constructor(server: Server) {
		this.#server = server;
		this.#item.name = extensionName;
		this.#listening = server.onChange(() => this.#update());
		this.#update();
	}

	dispose(): void {
		this.#listening.dispose();
		this.#item.dispose();
	}

	#update(): void {
		const status = statusOf(this.#server);
		if (status === undefined) this.#item.hide();
		else this.#show(status);
	}

	#show({ icon, text, lines, failed }: Status): void {
		const item = this.#item;
		item.text = `$(${icon}) ${text}`;
		const tooltip = new vscode.MarkdownString();
		for (const line of lines) tooltip.appendText(line).appendMarkdown('\n\n');
		item.tooltip = tooltip;
		item.accessibilityInformation = { label: [text, ...lines].join('. ') };
		item.command = failed ? command.restartServer : command.openChecklist;
		item.show();
	}
}
