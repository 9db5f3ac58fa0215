import {
	CompletionRequest,
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type Disposable,
} from 'vscode-languageserver';
import { settingsPath } from '../facts/readiness/settings';
import type { FileSystem } from '../workspace/fileSystem';
import type { Abilities } from './abilities';
import { section } from './editorSettings';
import { isIn } from './folders';
import { completion } from './initialize';
import { uriOf } from './uris';

/**
 * Everything is watched: facts ask which files there are (any Go file, go.mod, `.web-docs`, `.github`, `.git/HEAD` …),
 * and for a deleted folder there is one event, for the folder itself.
 */
const everything = '**/*';

/** Only of these files it asks what can be written: no other file waits for our answer. */
const settingsFiles = { scheme: 'file', pattern: `**/${settingsPath}` };

/** Asks the client for notifications about changes on disk and of its settings, and for completion requests in settings files. */
export class Watching {
	readonly #connection: Connection;
	readonly #can: Abilities;
	#outside = '';
	#registered: Promise<Disposable | undefined> = Promise.resolve(undefined);

	constructor(connection: Connection, can: Abilities) {
		this.#connection = connection;
		this.#can = can;
	}

	/** What lies in the workspace, and the settings. */
	async start(): Promise<void> {
		const { client } = this.#connection;
		if (this.#can.registerWatchers) await client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: everything }] });
		if (this.#can.registerCompletion) await client.register(CompletionRequest.type, { documentSelector: [settingsFiles], ...completion });
		if (this.#can.registerConfiguration) await client.register(DidChangeConfigurationNotification.type, { section });
	}

	/** Also the plugins of which the workspace has only a part. */
	watch(roots: readonly string[], folders: readonly string[], fs: FileSystem): void {
		if (!this.#can.registerWatchers || !this.#can.relativeWatchers) return;
		const outside = roots.filter(root => !folders.some(folder => isIn(fs, folder, root)));
		if (outside.join('\0') === this.#outside) return;
		this.#outside = outside.join('\0');
		const watchers = outside.map(root => ({ globPattern: { baseUri: uriOf(root), pattern: everything } }));
		this.#registered = this.#registered.then(async last => {
			last?.dispose();
			return watchers.length === 0 ? undefined : this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
		});
		this.#registered = this.#registered.catch(() => undefined); // such a client watches only the workspace
	}
}
