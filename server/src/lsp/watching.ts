import { type Connection, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import { section } from './editorSettings';

/**
 * Everything is watched: facts ask which files there are (any Go file, go.mod, `.web-docs`, `.github`, `.git/HEAD` …),
 * and a folder that is deleted is told of by its own name alone.
 */
const watchers: readonly FileSystemWatcher[] = [{ globPattern: '**/*' }];

/** Asks the client to tell of changes on disk and of its settings. */
export async function watch(connection: Connection, can: Abilities): Promise<void> {
	if (can.registerWatchers) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] });
	if (can.registerConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section });
}
