import * as vscode from 'vscode';
import { extensionName } from '../../contributions';
import type { Host } from '../../host';
import { foundLines } from './found';

/** Writes into the output what a report of a bug needs: version, folders, and for each start of the server which plugins it found, and when. */
export function registerLog({ context, server }: Host): void {
	const folders = () => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath).join(', ') || 'none';
	server.output.info(`${extensionName} ${context.extension.packageJSON.version}, VS Code ${vscode.version}`);
	server.output.info(`Workspace folders: ${folders()}`);
	let since: number | undefined = performance.now();
	let known = '';
	context.subscriptions.push(
		vscode.workspace.onDidChangeWorkspaceFolders(() => server.output.info(`Workspace folders: ${folders()}`)),
		server.onChange(() => {
			const { state, plugins } = server;
			if (state === 'starting') since ??= performance.now();
			if (state !== 'ready' && state !== 'none') return;
			const found = JSON.stringify(plugins.map(({ uri }) => uri));
			if (since === undefined && found === known) return;
			for (const line of foundLines(plugins, since === undefined ? undefined : performance.now() - since)) server.output.info(line);
			since = undefined;
			known = found;
		}),
	);
}
