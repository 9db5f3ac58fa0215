import type { Connection } from 'vscode-languageserver';
import type { Session } from './session';
import { pathOf } from './uris';

/** Receives errors. */
export interface Guard {
	failed(what: string, error: unknown): void;
}

/** Follows what the editor has open, and what happens on disk. Whatever a client sends, nothing is thrown. */
export function followDocuments(connection: Connection, session: () => Promise<Session>, guard: Guard): void {
	const safely =
		<P>(what: string, handle: (session: Session, params: P) => void | Promise<void>) =>
		(params: P) =>
			void session().then(
				async started => {
					try {
						await handle(started, params);
					} catch (error) {
						guard.failed(`${what} failed`, error);
					}
				},
				() => {},
			);

	connection.onDidOpenTextDocument(
		safely('Opening a document', (started, { textDocument: { uri, version, text } }) => {
			const document = started.documents.open(uri, version, text);
			if (document !== undefined) void started.opened(document);
		}),
	);
	connection.onDidChangeTextDocument(
		safely('Applying an edit', (started, { textDocument: { uri, version }, contentChanges }) => {
			const document = started.documents.get(uri);
			if (document === undefined) return;
			document.update(contentChanges, version);
			started.edited(document);
		}),
	);
	connection.onDidCloseTextDocument(
		safely('Closing a document', (started, { textDocument: { uri } }) => {
			const document = started.documents.close(uri);
			if (document !== undefined) void started.closed(document);
		}),
	);
	connection.onDidChangeWatchedFiles(
		safely('Following changes on disk', (started, { changes }) => {
			const events = changes.flatMap(({ uri, type }) => {
				const path = pathOf(uri);
				return path === undefined ? [] : [{ path, type }];
			});
			if (events.length > 0) void started.watched(events);
		}),
	);
}

/** Follows the folders of the workspace. */
export function followFolders(connection: Connection, session: Session, first: readonly string[], guard: Guard): void {
	const folders = new Set(first);
	connection.workspace.onDidChangeWorkspaceFolders(event => {
		try {
			for (const path of event.removed.flatMap(({ uri }) => pathOf(uri) ?? [])) folders.delete(path);
			for (const path of event.added.flatMap(({ uri }) => pathOf(uri) ?? [])) folders.add(path);
			void session.setFolders([...folders]);
		} catch (error) {
			guard.failed('Following the folders of the workspace failed', error);
		}
	});
}
