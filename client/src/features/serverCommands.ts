import * as vscode from 'vscode';
import { checkAll } from '../../../server/src/protocol';
import { command, view } from '../contributions';
import type { Host } from '../host';

/** Check again, restart, show the output, open the checklist. */
export function registerServerCommands(host: Host): void {
	const { server } = host;
	host.command(command.check, () => vscode.window.withProgress({ location: { viewId: view.checklist } }, () => server.request(checkAll)));
	host.command(command.restartServer, () => server.restart());
	host.command(command.showOutput, () => server.output.show());
	host.command(command.openChecklist, () => vscode.commands.executeCommand(`${view.checklist}.focus`));
}
