import * as vscode from 'vscode';
import type { ChecklistId, ChecklistItem, FindingView, NextStep, PluginView } from '../../../../server/src/protocol';
import { command } from '../../contributions';

/** The commands that do what items are about. Items that are not here lead to their page. */
const commands: Partial<Readonly<Record<ChecklistId, string>>> = {
	'develop-and-test': command.runAcceptanceTests,
	'request-review': command.draftReviewEmail,
	'address-feedback': command.recordReviewRound,
	'demo-or-logs': command.runAcceptanceTests,
	'docs-registration': command.draftIntegrationRequest,
	'integration-request': command.draftIntegrationRequest,
};

/** What a click on an item does: its command, else its page; undefined where it only has a box. */
export function mainAction(
	plugin: PluginView,
	item: ChecklistItem,
): { readonly command: string; readonly title: string; readonly arguments: unknown[] } | undefined {
	const id = commands[item.id] ?? (item.link === undefined ? undefined : command.openItemLink);
	return id === undefined ? undefined : { command: id, title: item.title, arguments: [{ kind: 'item', plugin, item }] };
}

/** Does the next step. */
export async function doNext(plugin: PluginView, next: NextStep): Promise<void> {
	if (next.act === 'fixes') await vscode.commands.executeCommand(command.fixAll, { plugin });
	else if (next.act === 'output') await vscode.commands.executeCommand(command.showOutput);
	else if (next.act === 'finding') await vscode.commands.executeCommand(command.openFinding, next.finding);
	else {
		const item = plugin.items.find(({ id }) => id === next.item);
		const action = item && mainAction(plugin, item);
		if (action) await vscode.commands.executeCommand(action.command, ...action.arguments);
		else await vscode.commands.executeCommand(command.openChecklist);
	}
}

/** Shows a finding in its file. */
export async function openFinding(finding: FindingView): Promise<void> {
	const at = new vscode.Position(finding.line, finding.column);
	await vscode.window.showTextDocument(vscode.Uri.parse(finding.uri), { selection: new vscode.Range(at, at) });
}
