import * as vscode from 'vscode';
import type { FindingView } from '../../../../server/src/protocol';
import { command, view } from '../../contributions';
import type { Host } from '../../host';
import { below, type ChecklistNode, type ItemNode, roots } from './nodes';
import { registerReviewRounds } from './reviewRounds';
import { treeItem } from './treeItem';

/** The checklist in the side bar: steps, items, findings; its badge counts the errors. */
export class Checklist implements vscode.Disposable, vscode.TreeDataProvider<ChecklistNode> {
	readonly #host: Host;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #view: vscode.TreeView<ChecklistNode>;
	readonly #owned: vscode.Disposable[];

	constructor(host: Host) {
		this.#host = host;
		this.#view = vscode.window.createTreeView(view.checklist, { treeDataProvider: this, manageCheckboxStateManually: true, showCollapseAll: true });
		this.#owned = [
			this.#changed,
			this.#view,
			host.server.onChange(() => this.#update()),
			this.#view.onDidChangeCheckboxState(({ items }) => this.#ticked(items)),
		];
		host.command(command.markNotNeeded, (node: ItemNode) => host.recordings.tick(node.plugin.uri, node.item.id, 'notNeeded'));
		host.command(command.markOpen, (node: ItemNode) => host.recordings.tick(node.plugin.uri, node.item.id, undefined));
		host.command(command.openItemLink, (node: ItemNode) => node.item.link !== undefined && vscode.env.openExternal(vscode.Uri.parse(node.item.link, true)));
		host.command(command.openFinding, (finding: FindingView) => {
			const at = new vscode.Position(finding.line, finding.column);
			return vscode.window.showTextDocument(vscode.Uri.parse(finding.uri), { selection: new vscode.Range(at, at) });
		});
		registerReviewRounds(host);
		this.#update();
	}

	getChildren(node?: ChecklistNode): ChecklistNode[] {
		return node ? below(node) : roots(this.#host.server.plugins);
	}

	getTreeItem(node: ChecklistNode): vscode.TreeItem {
		return treeItem(node);
	}

	dispose(): void {
		for (const owned of this.#owned) owned.dispose();
	}

	#update(): void {
		const { plugins, state } = this.#host.server;
		const errors = plugins.reduce((sum, plugin) => sum + plugin.summary.errors, 0);
		this.#view.badge =
			errors === 0
				? undefined
				: { value: errors, tooltip: `${errors} ${errors === 1 ? 'error' : 'errors'} that Packer, the portal or the program would refuse` };
		const [only] = plugins;
		this.#view.description = only && plugins.length === 1 ? only.name : '';
		this.#view.message = state === 'starting' && plugins.length === 0 && vscode.workspace.workspaceFolders !== undefined ? 'Reading the workspace…' : '';
		this.#changed.fire();
	}

	async #ticked(items: ReadonlyArray<readonly [ChecklistNode, vscode.TreeItemCheckboxState]>): Promise<void> {
		for (const [node, state] of items)
			if (node.kind === 'item')
				await this.#host.recordings.tick(node.plugin.uri, node.item.id, state === vscode.TreeItemCheckboxState.Checked ? 'done' : undefined);
	}
}
