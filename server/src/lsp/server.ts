import { type Connection, type InitializeParams, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Engine } from '../engine/check';
import { type Abilities, abilitiesOf } from './abilities';
import { Announcer } from './announcer';
import { readEditorSettings, section } from './editorSettings';
import type { Environment } from './environment';
import { answerFeatures } from './features';
import type { Gate } from './gate';
import { foldersOf, initializeResult } from './initialize';
import { Troubles, wordsOf } from './log';
import type { Plugin } from './plugin';
import { showLoading } from './progress';
import { answerRequests } from './requests';
import { Session } from './session';
import { followDocuments, followFolders } from './sync';
import { uriOf } from './uris';
import { Watching } from './watching';

/** How long the server waits for the client's settings before it checks plugins without them. */
const patience = 3000;

/** Serves a client over a connection, made with the options of a gate, until it leaves. */
export function startServer(connection: Connection, gate: Gate, environment: Environment): void {
	gate.attach(connection);
	new Server(connection, environment).listen();
}

class Server {
	readonly #connection: Connection;
	readonly #environment: Environment;
	readonly #troubles: Troubles;
	readonly #announcer: Announcer;
	readonly #session: Promise<Session>;
	#started: (session: Session) => void = () => {};
	#broken: (error: unknown) => void = () => {};
	readonly #said = new Set<string>();
	#can: Abilities = abilitiesOf({ capabilities: {} });
	#params: InitializeParams | undefined;
	/** Whether the client has settings, and the settings it sent without a request. */
	#pushed: unknown;

	constructor(connection: Connection, environment: Environment) {
		this.#connection = connection;
		this.#environment = environment;
		this.#troubles = new Troubles(connection.console);
		this.#announcer = new Announcer(connection);
		this.#session = new Promise((resolve, reject) => {
			this.#started = resolve;
			this.#broken = reject;
		});
		this.#session.catch(() => {}); // reported once, by the caller
	}

	listen(): void {
		const connection = this.#connection;
		const { rules, services, pages } = this.#environment;
		const session = () => this.#session;
		const guarded = { failed: (what: string, error: unknown) => this.#failed(what, error) };
		connection.onInitialize(params => {
			this.#params = params;
			this.#can = abilitiesOf(params);
			return initializeResult(this.#environment, this.#can);
		});
		connection.onInitialized(() => void this.#start().catch(error => this.#fail(error)));
		connection.onDidChangeConfiguration(params => {
			this.#pushed = (params?.settings as Record<string, unknown> | null | undefined)?.[section] ?? this.#pushed;
			void this.#session.then(
				started => started.configure(),
				() => {},
			);
		});
		followDocuments(connection, session, guarded);
		answerFeatures(connection, { rules, session, pages, can: () => this.#can, ...guarded });
		answerRequests(connection, { rules, services, pages, session, recorded: plugin => void this.#changed(plugin) });
		connection.onShutdown(() => {});
		connection.listen();
	}

	async #start(): Promise<void> {
		const { grammars, rules } = this.#environment;
		const connection = this.#connection;
		const watching = new Watching(connection, this.#can);
		const session = new Session(
			{
				environment: this.#environment,
				engine: new Engine(rules),
				can: this.#can,
				send: params => void connection.sendDiagnostics(params),
				checked: (plugin, milliseconds) => {
					connection.tracer.log(`${plugin.root}: ${plugin.report?.findings.length} findings in ${milliseconds.toFixed(1)} ms`);
					void this.#changed(plugin);
				},
				failed: (what, error) => this.#failed(what, error),
				configure: plugin => this.#configure(plugin),
				loading: () => showLoading(connection, this.#can.progress),
				plugins: (roots, folders) => {
					watching.watch(roots, folders, this.#environment.fs);
					void this.#told();
				},
			},
			await grammars(),
		);
		this.#started(session);
		void watching.start().catch(error => this.#failed('Asking the client to watch files failed', error));
		const folders = foldersOf(this.#params as InitializeParams);
		if (this.#can.workspaceFolders) followFolders(connection, session, folders, { failed: (what, error) => this.#failed(what, error) });
		await session.setFolders(folders);
	}

	async #changed(plugin: Plugin): Promise<void> {
		const troubles = this.#announcer.changed(plugin);
		if (troubles !== undefined) this.#troubles.set(plugin.root, troubles);
		await this.#told();
	}

	async #told(): Promise<void> {
		const session = await this.#session;
		this.#troubles.keep(new Set(session.plugins.map(plugin => plugin.root)));
		this.#announcer.tell(session);
	}

	/** Asks for the settings that are meant for a plugin's folder. */
	async #configure(plugin: Plugin): Promise<void> {
		const asked = this.#can.configuration
			? this.#connection.workspace.getConfiguration({ scopeUri: uriOf(plugin.root), section }).catch(() => this.#pushed)
			: this.#pushed;
		const late = new Promise<unknown>(resolve => this.#environment.pace.after(patience, () => resolve(this.#pushed)));
		plugin.configure(readEditorSettings(await Promise.race([asked, late])));
	}

	/** Without parsers there is no session: every request is rejected with the reason. */
	#fail(error: unknown): void {
		this.#failed('Starting failed', error);
		this.#broken(
			new ResponseError(LSPErrorCodes.ServerCancelled, `The language server could not start: ${error instanceof Error ? error.message : String(error)}.`),
		);
	}

	/** Logs an error in the editor, identical messages once. */
	#failed(what: string, error: unknown): void {
		const words = `${what}: ${wordsOf(error)}`;
		if (this.#said.has(words) || this.#said.size > 500) return;
		this.#said.add(words);
		this.#connection.console.error(words);
	}
}
