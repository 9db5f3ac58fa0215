import * as vscode from 'vscode';
import { AcceptanceTests } from './features/acceptance/tests';
import { registerChanges } from './features/changes/register';
import { Recordings } from './features/checklist/recordings';
import { Checklist } from './features/checklist/view';
import { registerDrafts } from './features/drafts/drafts';
import { registerIntegration } from './features/integration/preview';
import { registerPages } from './features/pages';
import { registerRelease } from './features/release/preview';
import { registerReport } from './features/report';
import { registerScaffold } from './features/scaffold';
import { registerServerCommands } from './features/serverCommands';
import { registerSnippets } from './features/snippets/snippets';
import { registerLog } from './features/status/log';
import { StatusItem } from './features/status/statusItem';
import type { Host } from './host';
import type { Runtime } from './runtime';
import { Server } from './server';

/** The extension: it owns the server and the features, and ends them. */
export class Extension implements vscode.Disposable, Host {
	readonly context: vscode.ExtensionContext;
	readonly runtime: Runtime;
	readonly server: Server;
	readonly recordings: Recordings;
	readonly #owned: vscode.Disposable[] = [];

	constructor(context: vscode.ExtensionContext, runtime: Runtime) {
		this.context = context;
		this.runtime = runtime;
		this.server = this.#own(new Server(options => runtime.client(options)));
		this.recordings = this.#own(new Recordings(context.workspaceState, this.server));
		this.#own(new Checklist(this));
		this.#own(new StatusItem(this.server));
		this.#own(new AcceptanceTests(this));
		const features = [
			registerLog,
			registerServerCommands,
			registerChanges,
			registerDrafts,
			registerReport,
			registerPages,
			registerScaffold,
			registerRelease,
			registerIntegration,
		];
		for (const register of [...features, registerSnippets]) register(this);
	}

	start(): void {
		void this.server.start();
	}

	stop(): Promise<void> {
		return this.server.stop();
	}

	command(id: string, run: (...args: never[]) => unknown): void {
		this.#own(
			vscode.commands.registerCommand(id, async (...args: unknown[]) => {
				try {
					return await run(...(args as never[]));
				} catch (error) {
					const reason = error instanceof Error ? error.message : String(error);
					this.server.output.error(`${id}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
					const show = 'Show Output';
					if ((await vscode.window.showErrorMessage(reason, show)) === show) this.server.output.show();
					return undefined;
				}
			}),
		);
	}

	dispose(): void {
		for (const owned of this.#owned.reverse()) owned.dispose();
	}

	#own<T extends vscode.Disposable>(owned: T): T {
		this.#owned.push(owned);
		return owned;
	}
}
