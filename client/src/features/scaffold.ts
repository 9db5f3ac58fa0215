import * as vscode from 'vscode';
import { type ScaffoldAnswer, type ScaffoldRequest, scaffold } from '../../../server/src/protocol';
import { command } from '../contributions';
import type { Host } from '../host';
import { pickPlugin } from './pickPlugin';

/** What a plugin or a component may be called, so that Packer finds it. */
const pluginName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const componentName = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;

const kinds = [
	{ label: 'Builder', description: 'makes machine images', component: 'builder' },
	{ label: 'Provisioner', description: 'installs and configures within a machine', component: 'provisioner' },
	{ label: 'Post-processor', description: 'does something with what was built', component: 'post-processor' },
	{ label: 'Data source', description: 'looks something up for templates', component: 'datasource' },
] as const;

/** A new plugin in a folder of its own, and a new component or workflow in a plugin that is open. */
export function registerScaffold(host: Host): void {
	host.command(command.newPlugin, async () => {
		const name = await vscode.window.showInputBox({
			title: 'New Packer Plugin (1/3)',
			prompt: 'The name, as in packer-plugin-NAME',
			placeHolder: 'acme',
			validateInput: value => (pluginName.test(value) ? undefined : 'Small letters, digits and single dashes, beginning with a letter.'),
		});
		const owner =
			name &&
			(await vscode.window.showInputBox({
				title: 'New Packer Plugin (2/3)',
				prompt: 'The GitHub user or organization that will own the repository',
				placeHolder: 'acme',
				validateInput: value => (/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/.test(value) ? undefined : 'Letters, digits and dashes, as GitHub has it.'),
			}));
		const [parent] =
			(owner &&
				(await vscode.window.showOpenDialog({
					title: 'New Packer Plugin (3/3): where to make its folder',
					canSelectFolders: true,
					canSelectFiles: false,
					openLabel: 'Make the Plugin Here',
				}))) ||
			[];
		if (!name || !owner || !parent) return;
		const folder = vscode.Uri.joinPath(parent, `packer-plugin-${name}`);
		if (await exists(folder)) throw new Error(`There is a folder packer-plugin-${name} already. Choose another place or another name.`);
		await write(host, folder, { kind: 'plugin', name, owner });
		await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: vscode.workspace.workspaceFolders !== undefined });
	});

	host.command(command.addComponent, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		const kind = plugin && (await vscode.window.showQuickPick(kinds, { placeHolder: 'What kind of component?' }));
		const name =
			kind &&
			(await vscode.window.showInputBox({
				title: `New ${kind.label}`,
				prompt: `The name after ${plugin.name}-, as templates write it`,
				placeHolder: 'example',
				validateInput: value => (componentName.test(value) ? undefined : 'Small letters, digits, dashes and underscores, beginning with a letter.'),
			}));
		if (!plugin || !kind || !name) return;
		await write(host, vscode.Uri.parse(plugin.uri), { kind: 'component', uri: plugin.uri, component: kind.component, name });
	});

	host.command(command.addWorkflow, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (plugin) await write(host, vscode.Uri.parse(plugin.uri), { kind: 'workflow', uri: plugin.uri });
	});
}

async function write(host: Host, folder: vscode.Uri, request: ScaffoldRequest): Promise<void> {
	const answer = await host.server.request<ScaffoldAnswer>(scaffold, request);
	if ('refused' in answer) throw new Error(answer.refused);
	for (const { path } of answer.files)
		if (await exists(vscode.Uri.joinPath(folder, path))) throw new Error(`There is a file ${path} already. Nothing was written.`);
	for (const { path, text, executable } of answer.files) {
		const uri = vscode.Uri.joinPath(folder, path);
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
		if (executable) await host.runtime.makeExecutable(uri.fsPath);
	}
	const edit = answer.edit === null ? undefined : await host.server.toWorkspaceEdit(answer.edit);
	if (edit && !(await vscode.workspace.applyEdit(edit)))
		throw new Error('The component was written, but could not be registered. Save your files, and register it by hand.');
	if (request.kind !== 'plugin') await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, answer.open));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	return vscode.workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}
