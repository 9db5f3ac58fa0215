import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';

/** What the client can do, as far as we ask. */
export interface Abilities {
	readonly documentChanges: boolean;
	readonly create: boolean;
	readonly delete: boolean;
	readonly snippets: boolean;
	readonly codeActions: boolean;
	/** Whether the edit of a code action may be computed when it is chosen. */
	readonly lazyEdits: boolean;
	/** Whether its command may. */
	readonly lazyCommands: boolean;
	readonly markdown: boolean;
	readonly markdownCompletion: boolean;
	/** Whether a diagnostic may name other places. */
	readonly related: boolean;
	readonly configuration: boolean;
	readonly registerConfiguration: boolean;
	readonly registerCompletion: boolean;
	readonly registerWatchers: boolean;
	readonly relativeWatchers: boolean;
	readonly workspaceFolders: boolean;
	readonly progress: boolean;
	readonly showDocument: boolean;
	/** Whether the client is our extension, with its commands. */
	readonly extension: boolean;
}

/** Reads what a client says that it can do; what it does not say, it cannot. */
export function abilitiesOf({ capabilities, initializationOptions }: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Abilities {
	const { workspace, textDocument, window } = capabilities ?? {};
	const edit = workspace?.workspaceEdit;
	const operations = new Set<string>(edit?.resourceOperations ?? []);
	const documentChanges = edit?.documentChanges === true;
	const resolved = textDocument?.codeAction?.dataSupport === true ? textDocument.codeAction.resolveSupport?.properties : undefined;
	return {
		documentChanges,
		create: documentChanges && operations.has('create'),
		delete: documentChanges && operations.has('delete'),
		snippets: documentChanges && edit?.snippetEditSupport === true,
		codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
		lazyEdits: resolved?.includes('edit') === true,
		lazyCommands: resolved?.includes('command') === true,
		markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
		markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
		related: textDocument?.publishDiagnostics?.relatedInformation === true,
		configuration: workspace?.configuration === true,
		registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		registerCompletion: textDocument?.completion?.dynamicRegistration === true,
		registerWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		relativeWatchers: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
		workspaceFolders: workspace?.workspaceFolders === true,
		progress: window?.workDoneProgress === true,
		showDocument: window?.showDocument?.support === true,
		extension: (initializationOptions as InitializationOptions | undefined)?.extension === true,
	};
}
