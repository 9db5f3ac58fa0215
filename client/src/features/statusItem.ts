import * as vscode from 'vscode';
import { command } from '../contributions';
import type { Server } from '../server';

/** Where the item shows: in the editors of files that a plugin consists of. */
const selector: vscode.DocumentSelector = [
	{ language: 'go' },
	{ language: 'go.mod' },
	{ pattern: '**/{go.mod,*.hcl,*.mdx,GNUmakefile,Makefile,.goreleaser.yml,.goreleaser.yaml,.packer-readiness.yml}' },
	{ pattern: '**/.github/**' },
];

/** The language status item: how the plugin stands, and what became of the server. It is where a crash is told, once. */
export class StatusItem implements vscode.Disposable {
	readonly #item = vscode.languages.createLanguageStatusItem('packerReadiness.status', selector);
	readonly #server: Server;
	readonly #listening: vscode.Disposable;

	constructor(server: Server) {
		this.#server = server;
		this.#item.name = 'Packer Plugin Readiness';
		this.#listening = server.onChange(() => this.#update());
		this.#update();
	}

	dispose(): void {
		this.#listening.dispose();
		this.#item.dispose();
	}

	#update(): void {
		const { state, plugins, restarted } = this.#server;
		const item = this.#item;
		item.busy = state === 'starting';
		item.severity = vscode.LanguageStatusSeverity.Information;
		item.command = { command: command.openChecklist, title: 'Open Checklist' };
		item.detail = restarted ? 'the server ended unexpectedly and was started again' : '';
		if (state === 'starting') item.text = 'Reading the plugin…';
		else if (state === 'none') item.text = 'No Packer plugin here';
		else if (state === 'failed') {
			item.text = 'The server has stopped';
			item.severity = vscode.LanguageStatusSeverity.Error;
			item.command = { command: command.restartServer, title: 'Restart Server' };
			item.detail = 'the output says what happened';
		} else {
			const errors = plugins.reduce((sum, plugin) => sum + plugin.summary.errors, 0);
			const ready = plugins.every(plugin => plugin.summary.ready);
			item.text = ready
				? '$(check) Packer: nothing is refused'
				: errors === 0
					? '$(question) Packer: not all could be checked'
					: `$(error) Packer: ${errors} ${errors === 1 ? 'error' : 'errors'}`;
			const troubles = plugins.flatMap(plugin => plugin.troubles);
			if (troubles.length > 0) item.detail = `${troubles.length} could not be checked; see the output`;
		}
	}
}
