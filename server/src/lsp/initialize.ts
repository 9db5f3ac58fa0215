import { CodeActionKind, type InitializeParams, type InitializeResult, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import { fixAllKind, openPageCommand } from './actions';
import { pathOf } from './uris';

/** Ids of rules have `/` and `-` in them, and a value follows a space. */
export const completion = { triggerCharacters: ['/', '-', ' '] };

/** What the server says that it can do. */
export function initializeResult({ name, version }: { readonly name: string; readonly version: string }, can: Abilities): InitializeResult {
	return {
		serverInfo: { name, version },
		capabilities: {
			positionEncoding: PositionEncodingKind.UTF16,
			textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
			...(can.codeActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: can.lazyEdits } } : {}),
			hoverProvider: true,
			...(can.registerCompletion ? {} : { completionProvider: completion }),
			...(can.extension ? {} : { executeCommandProvider: { commands: [openPageCommand] } }),
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		},
	};
}

/** The folders of the workspace, as far as they are on a disk. */
export function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
	const uris = Array.isArray(workspaceFolders) ? workspaceFolders.map(folder => folder?.uri) : rootUri ? [rootUri] : [];
	const paths = uris.flatMap(uri => pathOf(uri) ?? []);
	return paths.length === 0 && uris.length === 0 && rootPath ? [rootPath.replaceAll('\\', '/')] : paths;
}
