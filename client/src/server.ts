import * as vscode from 'vscode';
import {
	type BaseLanguageClient,
	State as ClientState,
	CloseAction,
	type CloseHandlerResult,
	ErrorAction,
	type ErrorHandler,
	type ErrorHandlerResult,
	type Message,
} from 'vscode-languageclient';
import { type InitializationOptions, type PluginsChanged, type PluginView, pluginsChanged } from '../../server/src/protocol';
import { command, contextKey, extensionName, type State, settings } from './contributions';
import { linked } from './ruleLinks';
import type { Runtime } from './runtime';

/** The language server as the features see it: its last view of the plugins, and whether it runs. */
export class Server implements vscode.Disposable {
	readonly output = vscode.window.createOutputChannel(extensionName, { log: true });
	readonly #changed = new vscode.EventEmitter<void>();
	/** Fires when the plugins or the state have changed. */
	readonly onChange = this.#changed.event;
	readonly #started = new vscode.EventEmitter<void>();
	/** Fires when a server process has started, also after a crash: what it must know is then sent again. */
	readonly onStart = this.#started.event;
	readonly #client: BaseLanguageClient;
	/** Decides whether a crashed server is restarted; counts crashes since a person last started it. */
	#errors: ErrorHandler;
	#restarted = false;
	#plugins: readonly PluginView[] = [];
	#state: State = 'starting';
	#shown = '';

	constructor(make: Runtime['client']) {
		this.#client = make({
			documentSelector: [{ scheme: 'file' }],
			outputChannel: this.output,
			initializationOptions: { extension: true } satisfies InitializationOptions,
			synchronize: { configurationSection: settings.section },
			progressOnInitialization: false,
			markdown: { isTrusted: { enabledCommands: [command.explainRule] } },
			middleware: { handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linked)) },
			errorHandler: { error: (error, message, count) => this.#broke(error, message, count), closed: () => this.#closed() },
			initializationFailedHandler: error => {
				this.output.error(`The server did not start: ${String(error)}`);
				return false;
			},
		});
		this.#errors = this.#client.createDefaultErrorHandler();
		this.#client.onNotification(pluginsChanged, (changed: PluginsChanged) => this.#set(changed.plugins.length > 0 ? 'ready' : 'none', changed.plugins));
		this.#client.onDidChangeState(({ newState }) => {
			if (newState === ClientState.Running) this.#started.fire();
		});
	}

	get state(): State {
		return this.#state;
	}

	get plugins(): readonly PluginView[] {
		return this.#plugins;
	}

	/** Whether the server has crashed since the window opened and was started again. */
	get restarted(): boolean {
		return this.#restarted && this.#state !== 'failed';
	}

	async start(): Promise<void> {
		this.#set('starting', []);
		try {
			await this.#client.start();
		} catch (error) {
			this.output.error(`The server did not start: ${String(error)}`);
			this.#set('failed', []);
		}
	}

	async restart(): Promise<void> {
		this.#errors = this.#client.createDefaultErrorHandler();
		this.#restarted = false;
		// A server that is starting, or has just crashed, cannot be stopped: the client starts it anyway.
		if (this.#client.needsStop()) await this.#client.stop().catch((error: unknown) => this.output.warn(`The server did not stop: ${String(error)}`));
		await this.start();
	}

	async stop(): Promise<void> {
		if (this.#client.needsStop()) await this.#client.stop();
	}

	/** Asks the server; rejects if it does not run, or has no answer. */
	request<Answer>(method: string, params: object = {}, token?: vscode.CancellationToken): Promise<Answer> {
		// A token that is not there would be sent as a second parameter.
		return token === undefined ? this.#client.sendRequest<Answer>(method, params) : this.#client.sendRequest<Answer>(method, params, token);
	}

	/** Answers a request of the server. */
	onRequest<Params, Answer>(method: string, answer: (params: Params) => Promise<Answer>): vscode.Disposable {
		return this.#client.onRequest(method, answer);
	}

	/** Notifies the server; does nothing while it does not run, because everything is sent again on start. */
	async notify(method: string, params: object): Promise<void> {
		if (this.#client.state === ClientState.Running) await this.#client.sendNotification(method, params);
	}

	/** An edit of the protocol as one that VS Code applies. */
	toWorkspaceEdit(edit: unknown): Promise<vscode.WorkspaceEdit | undefined> {
		return this.#client.protocol2CodeConverter.asWorkspaceEdit(edit as Parameters<BaseLanguageClient['protocol2CodeConverter']['asWorkspaceEdit']>[0]);
	}

	dispose(): void {
		this.#changed.dispose();
		this.#started.dispose();
		this.output.dispose();
	}

	/** The connection failed. Handled: the state says so, and the client's words go into the output without a popup. */
	async #broke(error: Error, message: Message | undefined, count: number | undefined): Promise<ErrorHandlerResult> {
		const result = await this.#errors.error(error, message, count);
		if (result.action === ErrorAction.Shutdown) this.#set('failed', []);
		return { ...result, handled: true };
	}

	/** The server ended unasked. Handled, as above. */
	async #closed(): Promise<CloseHandlerResult> {
		const result = await this.#errors.closed();
		this.#restarted = true;
		if (result.action === CloseAction.Restart) this.#set('starting', this.#plugins);
		else this.#set('failed', []);
		return { ...result, handled: true };
	}

	#set(state: State, plugins: readonly PluginView[]): void {
		const shown = JSON.stringify([state, plugins, this.restarted]);
		if (shown === this.#shown) return; // a tree that is redrawn under the pointer loses the click
		this.#shown = shown;
		this.#state = state;
		this.#plugins = plugins;
		void vscode.commands.executeCommand('setContext', contextKey.state, state);
		this.#changed.fire();
	}
}
