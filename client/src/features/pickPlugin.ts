import * as vscode from 'vscode';
import type { PluginView } from '../../../server/src/protocol';
import type { Server } from '../server';

/** The plugin that a command is about: the only one; else that of the tree node or of the active editor; else the one that the person picks. Undefined if the person cancels. */
export async function pickPlugin(server: Server, called?: unknown): Promise<PluginView | undefined> {
	const { plugins } = server;
	if (plugins.length === 0)
		throw new Error(server.state === 'starting' ? 'The plugins are still being read. Try again in a moment.' : 'No Packer plugin found in this workspace.');
	const asked = (called as { plugin?: PluginView } | undefined)?.plugin?.uri;
	const active = vscode.window.activeTextEditor?.document.uri.toString();
	const found =
		plugins.find(plugin => plugin.uri === asked) ?? (plugins.length === 1 ? plugins[0] : plugins.find(plugin => active?.startsWith(`${plugin.uri}/`)));
	if (found) return found;
	const picked = await vscode.window.showQuickPick(
		plugins.map(plugin => ({
			label: plugin.name,
			description: plugin.module ?? '',
			detail: vscode.workspace.asRelativePath(vscode.Uri.parse(plugin.uri)),
			plugin,
		})),
		{ placeHolder: 'Which plugin?', matchOnDescription: true },
	);
	return picked?.plugin;
}
