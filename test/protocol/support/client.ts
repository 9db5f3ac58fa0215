import { PassThrough } from 'node:stream';
import type {
	ClientCapabilities,
	CodeAction,
	CodeActionParams,
	CompletionItem,
	Diagnostic,
	Hover,
	InitializeResult,
	ProtocolConnection,
	PublishDiagnosticsParams,
	WorkspaceEdit,
} from 'vscode-languageserver';
import { createConnection, createProtocolConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Environment } from '../../../server/src/lsp/environment';
import { Gate } from '../../../server/src/lsp/gate';
import { startServer } from '../../../server/src/lsp/server';
import { pathOf, uriOf } from '../../../server/src/lsp/uris';
import { type PluginsChanged, pluginsChanged, safeFixes } from '../../../server/src/protocol';
import { safeFixes as makeSafeFixes } from '../../../server/src/safeFixes';
import { MemoryFileSystem } from '../../../server/src/workspace/memory';
import { grammars } from '../../support/grammars';
import { pages, rules } from './rules';

/** What an editor like VS Code can do. */
export const everything: ClientCapabilities = {
	workspace: {
		configuration: true,
		workspaceFolders: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
		workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'], changeAnnotationSupport: {}, snippetEditSupport: true },
	},
	textDocument: {
		codeAction: {
			codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
			dataSupport: true,
			resolveSupport: { properties: ['edit'] },
			isPreferredSupport: true,
		},
		completion: { dynamicRegistration: true, completionItem: { documentationFormat: ['markdown'] } },
		hover: { contentFormat: ['markdown'] },
		publishDiagnostics: { relatedInformation: true },
	},
	window: { workDoneProgress: true, showDocument: { support: true } },
};

/** How a client differs from `everything`. */
export interface Options {
	readonly capabilities?: ClientCapabilities;
	readonly folders?: readonly string[];
	readonly settings?: unknown;
	readonly extension?: boolean;
	readonly environment?: Partial<Environment>;
}

type Files = ConstructorParameters<typeof MemoryFileSystem>[0];

/** The files of a small plugin, with others over them. */
export const plugin = (root: string, files: Files = {}): Record<string, string | Uint8Array | Error> => ({
	[`${root}/go.mod`]: 'module github.com/acme/packer-plugin-acme\n\ngo 1.24\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n',
	[`${root}/main.go`]: 'package main\n\nfunc main() {\n}\n',
	...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])),
});

/** An editor in memory, joined to the server by two streams. It remembers what it was told, and waits for no clock. */
export class Client {
	readonly fs: MemoryFileSystem;
	readonly connection: ProtocolConnection;
	/** All that was published, in order, and the last of each file. */
	readonly published: PublishDiagnosticsParams[] = [];
	readonly diagnostics = new Map<string, Diagnostic[]>();
	readonly told: PluginsChanged[] = [];
	readonly logged: string[] = [];
	readonly progress: Array<{ kind: string; title?: string; message?: string }> = [];
	readonly registered: string[] = [];
	readonly shownDocuments: string[] = [];
	settings: unknown;
	readonly computed: string[] = [];
	readonly #documents = new Map<string, TextDocument>();
	readonly #files: Map<string, string | Uint8Array | Error>;
	#waiting: Array<{ until: () => boolean; resolve: () => void }> = [];
	#end: () => void;

	constructor(files: Files, environment: Partial<Environment> = {}) {
		this.fs = new MemoryFileSystem(files);
		this.#files = new Map(Object.entries(files));
		const [up, down] = [new PassThrough(), new PassThrough()];
		const gate = new Gate();
		const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down), gate.options);
		startServer(server, gate, { ...surroundings(this.fs, this.computed), ...environment });
		this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
		this.#end = () => {
			this.connection.dispose();
			server.dispose();
		};
		this.#listen();
	}

	/** A client that has opened its folders, and seen the first findings. */
	static async start(files: Files, { capabilities = everything, folders = ['/w'], settings = {}, extension, environment }: Options = {}): Promise<Client> {
		const client = new Client(files, environment);
		client.settings = settings;
		await client.initialize({ capabilities, folders, ...(extension === undefined ? {} : { extension }) });
		await client.until(() => client.told.length > 0);
		return client;
	}

	async initialize({ capabilities = everything, folders = ['/w'], extension }: Options = {}): Promise<InitializeResult> {
		const workspaceFolders = folders.map(path => ({ uri: uriOf(path), name: path }));
		const result = await this.connection.sendRequest<InitializeResult>('initialize', {
			processId: null,
			rootUri: null,
			capabilities,
			workspaceFolders,
			initializationOptions: extension === undefined ? undefined : { extension },
		});
		await this.connection.sendNotification('initialized', {});
		return result;
	}

	/** Resolves when something is true, looked at again after each message. */
	until(until: () => boolean): Promise<void> {
		return until() ? Promise.resolve() : new Promise(resolve => this.#waiting.push({ until, resolve }));
	}

	/** Resolves when the server has taken in and checked all that was sent. */
	async settled(): Promise<void> {
		await this.connection.sendRequest(safeFixes, { uri: uriOf('/') }).catch(() => {}); // refused, after everything before it is done
	}

	async open(path: string, text = this.disk(path), version = 1, uri = uriOf(path)): Promise<void> {
		this.#documents.set(uri, TextDocument.create(uri, 'go', version, text));
		await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'go', version, text } });
		await this.settled();
	}

	/** Replaces the first occurrence of a text in an open document, as an editor that sends ranges. */
	async type(path: string, was: string, now: string): Promise<void> {
		await this.sendEdit(path, was, now);
		await this.settled();
	}

	sendEdit(path: string, was: string, now: string): Promise<void> {
		const document = this.#documents.get(uriOf(path)) as TextDocument;
		const at = document.getText().indexOf(was);
		const change = { range: { start: document.positionAt(at), end: document.positionAt(at + was.length) }, text: now };
		const version = document.version + 1;
		this.#documents.set(uriOf(path), TextDocument.update(document, [change], version));
		return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: uriOf(path), version }, contentChanges: [change] });
	}

	async close(path: string): Promise<void> {
		this.#documents.delete(uriOf(path));
		await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
		await this.settled();
	}

	/** Writes or deletes files, and says so as a watcher does. */
	async write(files: Readonly<Record<string, string | Uint8Array | Error | undefined>>): Promise<void> {
		const changes = [];
		for (const [path, text] of Object.entries(files)) {
			const existed = this.#files.has(path);
			if (text === undefined) this.#files.delete(path);
			else this.#files.set(path, text);
			this.fs.set(path, text);
			changes.push({ uri: uriOf(path), type: text === undefined ? 3 : existed ? 2 : 1 });
		}
		await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
		await this.settled();
	}

	/** What is shown of a file: `line:from-to rule`, or `line:from-line:to rule` where it spans lines. */
	shown(path: string): string[] {
		return this.shownAt(uriOf(path));
	}

	shownAt(uri: string): string[] {
		return (this.diagnostics.get(uri) ?? []).map(({ range: { start, end }, code }) => {
			const to = start.line === end.line ? '' : `${end.line}:`;
			return `${start.line}:${start.character}-${to}${end.character} ${code}`;
		});
	}

	/** All files about which something is shown. */
	get marked(): string[] {
		return [...this.diagnostics].flatMap(([uri, list]) => (list.length > 0 ? [pathOf(uri) ?? uri] : [])).sort();
	}

	text(path: string): string {
		return this.#documents.get(uriOf(path))?.getText() ?? this.disk(path);
	}

	disk(path: string): string {
		const content = this.#files.get(path);
		return typeof content === 'string' ? content : '';
	}

	/** The code actions at a word of a file. */
	async actions(path: string, word: string, context: Partial<CodeActionParams['context']> = {}): Promise<CodeAction[]> {
		const document = TextDocument.create('', '', 0, this.text(path));
		const at = document.positionAt(document.getText().indexOf(word));
		return this.connection.sendRequest('textDocument/codeAction', {
			textDocument: { uri: uriOf(path) },
			range: { start: at, end: at },
			context: { diagnostics: [], ...context },
		});
	}

	resolve(action: CodeAction): Promise<CodeAction> {
		return this.connection.sendRequest('codeAction/resolve', action);
	}

	hover(path: string, line: number, character: number): Promise<Hover | null> {
		return this.connection.sendRequest('textDocument/hover', { textDocument: { uri: uriOf(path) }, position: { line, character } });
	}

	async complete(path: string, line: number, character: number): Promise<CompletionItem[]> {
		const position = { line, character };
		return (await this.connection.sendRequest<CompletionItem[] | null>('textDocument/completion', { textDocument: { uri: uriOf(path) }, position })) ?? [];
	}

	/** Makes an edit as an editor does: open documents are edited, others changed on disk. Snippets get a text at their stop. */
	async apply(edit: WorkspaceEdit | undefined, typed = ''): Promise<void> {
		if (edit === undefined) throw new Error('there is no edit');
		const changes = edit.documentChanges ?? Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
		for (const change of changes) {
			if ('kind' in change) {
				if (change.kind === 'create') await this.write({ [pathOf(change.uri) as string]: '' });
				if (change.kind === 'delete') await this.write({ [pathOf(change.uri) as string]: undefined });
				continue;
			}
			const { uri, version } = change.textDocument;
			const path = pathOf(uri) as string;
			const document = this.#documents.get(uri);
			if (document && version !== null && version !== document.version)
				throw new Error(`the edit is for version ${version}, the document has ${document.version}`);
			const edits = change.edits.map(one => ('snippet' in one ? { range: one.range, newText: one.snippet.value.replace('$1', typed) } : one));
			const text = TextDocument.applyEdits(document ?? TextDocument.create(uri, '', 0, this.disk(path)), edits);
			if (document) await this.#replace(uri, document.version + 1, text);
			else await this.write({ [path]: text });
		}
		await this.settled();
	}

	async setFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
		const folders = (paths: readonly string[]) => paths.map(path => ({ uri: uriOf(path), name: path }));
		await this.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: folders(added), removed: folders(removed) } });
		await this.settled();
	}

	async configure(settings: unknown): Promise<void> {
		this.settings = settings;
		await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await this.settled();
	}

	/** Leaves the server, without ending this process as it would. */
	end(): void {
		this.#end();
	}

	#replace(uri: string, version: number, text: string): Promise<void> {
		this.#documents.set(uri, TextDocument.create(uri, 'go', version, text));
		return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
	}

	#listen(): void {
		const { connection } = this;
		const then = (take: (params: never) => void) => (params: unknown) => {
			take(params as never);
			for (const waiting of this.#waiting.splice(0)) {
				if (waiting.until()) waiting.resolve();
				else this.#waiting.push(waiting);
			}
		};
		connection.onNotification(
			'textDocument/publishDiagnostics',
			then((params: PublishDiagnosticsParams) => {
				this.published.push(params);
				this.diagnostics.set(params.uri, params.diagnostics);
			}),
		);
		connection.onNotification(
			pluginsChanged,
			then((params: PluginsChanged) => this.told.push(params)),
		);
		connection.onNotification(
			'window/logMessage',
			then(({ message }: { message: string }) => this.logged.push(message)),
		);
		connection.onNotification(
			'$/progress',
			then(({ value }: { value: { kind: string } }) => this.progress.push(value)),
		);
		connection.onRequest('window/workDoneProgress/create', () => null);
		connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => this.settings));
		const register = then(({ registrations }: { registrations: { method: string }[] }) => this.registered.push(...registrations.map(r => r.method)));
		connection.onRequest('client/registerCapability', params => {
			register(params);
			return null;
		});
		connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => ({ success: this.shownDocuments.push(uri) > 0 }));
		connection.onRequest('window/showMessageRequest', () => {
			throw new Error('nobody asked for a popup');
		});
		connection.onNotification('window/showMessage', () => void this.logged.push('POPUP'));
		connection.listen();
	}
}

function surroundings(fs: MemoryFileSystem, computed: string[]): Environment {
	return {
		name: 'packer-plugin-readiness',
		version: '0.0.0',
		fs,
		grammars,
		rules,
		pages: async () => pages,
		date: () => '2026-12-01T12:00:00.000Z',
		pace: {
			now: () => performance.now(),
			breathe: () => new Promise(resolve => setImmediate(resolve)),
			after: (milliseconds, callback) => {
				if (milliseconds > 1000) return () => {}; // the client answers
				const soon = setImmediate(callback);
				return () => clearImmediate(soon);
			},
		},
		services: { safeFixes: (state, path) => makeSafeFixes(rules, { fs }, state, path) },
		computed: (name, key) => void computed.push(key === '' ? name : `${name}(${key})`),
	};
}
