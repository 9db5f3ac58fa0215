import * as vscode from 'vscode';
import { type DraftRequest, type DraftView, draft, type PluginView } from '../../../../server/src/protocol';
import { command, scheme } from '../../contributions';
import type { Host } from '../../host';
import { counted } from '../counted';
import { pickPlugin } from '../pickPlugin';
import { DraftFiles, type KeptDraft } from './draftFiles';
import { type DraftKind, nouns } from './kinds';
import { registerLenses } from './lenses';
import { registerSending } from './send';
import { registerTodos } from './todos';

/** The three drafts, each a document of its own with its actions above it. Nothing is sent: where it goes is offered, and a person goes there. */
export function registerDrafts(host: Host): void {
	const { server, context } = host;
	const files = new DraftFiles(context.workspaceState);
	context.subscriptions.push(files, vscode.workspace.registerFileSystemProvider(scheme.draft, files, { isCaseSensitive: true }));
	const lenses = registerLenses(host, files);
	registerTodos(host);
	registerSending(host, files);

	const make = ({ uri }: Pick<PluginView, 'uri'>, kind: DraftKind) => server.request<DraftView>(draft, { uri, kind } satisfies DraftRequest);

	/** Drafts anew, over what was there. */
	const write = async (plugin: Pick<PluginView, 'uri' | 'name'>, kind: DraftKind): Promise<vscode.Uri> => {
		const uri = files.uriOf(plugin, kind);
		const { text, notices } = await make(plugin, kind);
		await files.set(uri, { plugin: plugin.uri, name: plugin.name, kind, text, drafted: text, notices, at: Date.now() });
		return uri;
	};
	const show = async (uri: vscode.Uri) => {
		await vscode.window.showTextDocument(uri, { preview: false });
		vscode.window.setStatusBarMessage('This is a draft. Nothing was sent.', 8000);
	};

	const kinds = {
		[command.draftReviewEmail]: 'email',
		[command.draftDocsPullRequest]: 'docs-pr',
		[command.draftIntegrationRequest]: 'integration-request',
	} as const;
	for (const [id, kind] of Object.entries(kinds))
		host.command(id, async (called?: unknown) => {
			const plugin = pluginOf(host, files, called) ?? (await pickPlugin(server, called));
			if (!plugin || (kind === 'integration-request' && !(await isReadyForPublic(plugin)))) return;
			const uri = files.uriOf(plugin, kind);
			const choice = await continues(uri, files);
			if (choice === 'continue') await show(uri);
			else if (choice === 'anew') await show(await write(plugin, kind));
		});

	host.command(command.draftAgain, async (called?: unknown) => {
		const uri = called instanceof vscode.Uri ? called : vscode.window.activeTextEditor?.document.uri;
		const kept = uri && files.get(uri);
		if (uri === undefined || kept === undefined) throw new Error('No draft is open in the active editor.');
		const document = await vscode.workspace.openTextDocument(uri);
		if (document.getText() !== kept.drafted && !(await confirmed('Draft again?', 'What you have changed in the draft is lost.', 'Draft Again'))) return;
		await document.save();
		await write({ uri: kept.plugin, name: kept.name }, kept.kind);
		lenses.fire();
	});

	// What speaks against sending changes with the plugin; the text stays as the person has it.
	const refresh = async () => {
		for (const { document } of vscode.window.visibleTextEditors) {
			const kept = files.get(document.uri);
			if (kept === undefined || !server.plugins.some(({ uri }) => uri === kept.plugin)) continue;
			const { notices } = await make({ uri: kept.plugin }, kept.kind);
			const now = files.get(document.uri) ?? kept;
			if (JSON.stringify(notices) === JSON.stringify(now.notices)) continue;
			await files.set(document.uri, { ...now, notices });
			lenses.fire();
		}
	};
	const refreshed = () => void refresh().catch(error => server.output.warn(`The notices of a draft could not be refreshed: ${String(error)}`));
	context.subscriptions.push(server.onChange(refreshed), vscode.window.onDidChangeVisibleTextEditors(refreshed));
}

/** The plugin of the draft that a command was called on. */
function pluginOf({ server }: Host, files: DraftFiles, called: unknown): PluginView | undefined {
	const kept: KeptDraft | undefined = called instanceof vscode.Uri ? files.get(called) : undefined;
	return server.plugins.find(({ uri }) => uri === kept?.plugin);
}

/** Whether a plugin has no error, or the person drafts what is public all the same. */
async function isReadyForPublic({ name, summary }: PluginView): Promise<boolean> {
	if (summary.errors === 0) return true;
	const [errors, anyway] = ['Show Errors', 'Draft Anyway'];
	const message = `${name} still has ${counted(summary.errors, 'error')}.`;
	const detail = 'An integration request is public, and its reviewers run into them. Fix them first.';
	const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, errors, anyway);
	if (chosen === errors) await vscode.commands.executeCommand(command.showErrors);
	return chosen === anyway;
}

/** What to do where a draft is there already that the person has changed; undefined where the person says nothing. */
async function continues(uri: vscode.Uri, files: DraftFiles): Promise<'continue' | 'anew' | undefined> {
	const kept = files.get(uri);
	const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
	if (kept === undefined || (open?.getText() ?? kept.text) === kept.drafted) return 'anew';
	const items = [
		{ label: '$(edit) Continue', description: 'with the draft that you have changed', choice: 'continue' },
		{ label: '$(refresh) Draft Again', description: 'and lose your changes', choice: 'anew' },
	] as const;
	const picked = await vscode.window.showQuickPick(items, { placeHolder: `${nouns[kept.kind]} of ${kept.name}` });
	if (picked?.choice === 'anew') await open?.save(); // an editor with unsaved changes would keep showing them
	return picked?.choice;
}

const confirmed = async (message: string, detail: string, yes: string) =>
	(await vscode.window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
