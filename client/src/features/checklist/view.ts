import * as vscode from 'vscode';
import type { FindingView } from '../../../../server/src/protocol';
import { command, contextKey, view } from '../../contributions';
import type { Host } from '../../host';
import { counted } from '../counted';
import { pickPlugin } from '../pickPlugin';
import { doNext, openFinding } from './actions';
import { below, type ChecklistNode, type Filter, filtered, hides, type ItemNode, type NextNode, roots, type Shown } from './nodes';
import { registerReviewRounds } from './reviewRounds';
import { countedFindings, severityDecorations } from './severities';
import { treeItem } from './treeItem';

/** The checklist in the side bar: what to do next, steps, items, findings; its badge counts the errors. */
export class Checklist implements vscode.Disposable, vscode.TreeDataProvider<ChecklistNode> {
	readonly #host: Host;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #view: vscode.TreeView<ChecklistNode>;
	readonly #owned: vscode.Disposable[];
	#errorsOnly = false;
	#fileOnly = false;
	#suppressed = false;
	/** The file that was last active, where only its findings are shown. */
	#file: vscode.Uri | undefined;

	constructor(host: Host) {
		this.#host = host;
		this.#view = vscode.window.createTreeView(view.checklist, { treeDataProvider: this, manageCheckboxStateManually: true, showCollapseAll: true });
		this.#owned = [
			this.#changed,
			this.#view,
			vscode.window.registerFileDecorationProvider(severityDecorations),
			host.server.onChange(() => this.#update()),
			host.recordings.onChange(() => this.#update()),
			vscode.window.onDidChangeActiveTextEditor(editor => this.#follow(editor)),
			this.#view.onDidChangeCheckboxState(({ items }) => this.#ticked(items)),
		];
		host.command(command.markNotNeeded, (node: ItemNode) => host.recordings.tick(node.plugin.uri, node.item.id, 'notNeeded'));
		host.command(command.markOpen, (node: ItemNode) => host.recordings.tick(node.plugin.uri, node.item.id, undefined));
		host.command(command.openItemLink, (node: ItemNode) => node.item.link !== undefined && vscode.env.openExternal(vscode.Uri.parse(node.item.link, true)));
		host.command(command.openFinding, (finding: FindingView) => openFinding(finding));
		host.command(command.doNext, async (node?: NextNode) => {
			const plugin = node?.plugin ?? (await pickPlugin(host.server));
			if (plugin?.next) await doNext(plugin, plugin.next);
			else if (plugin) vscode.window.setStatusBarMessage(`${plugin.name}: nothing is left to do.`, 5000);
		});
		host.command(command.showErrors, async () => {
			this.#filter({ errorsOnly: true });
			await vscode.commands.executeCommand(command.openChecklist);
		});
		host.command(command.showEverything, () => this.#filter({ errorsOnly: false }));
		host.command(command.showThisFile, () => this.#filter({ fileOnly: true }));
		host.command(command.showAllFiles, () => this.#filter({ fileOnly: false }));
		host.command(command.showSuppressed, () => this.#filter({ suppressed: true }));
		host.command(command.hideSuppressed, () => this.#filter({ suppressed: false }));
		registerReviewRounds(host);
		this.#follow(vscode.window.activeTextEditor);
		this.#update();
	}

	getChildren(node?: ChecklistNode): ChecklistNode[] {
		return node ? below(node, this.#shown) : roots(this.#host.server.plugins, this.#shown);
	}

	getTreeItem(node: ChecklistNode): vscode.TreeItem {
		return treeItem(node);
	}

	dispose(): void {
		for (const owned of this.#owned) owned.dispose();
	}

	get #shown(): Shown {
		const filter: Filter = { errorsOnly: this.#errorsOnly, suppressed: this.#suppressed, ...(this.#fileOnly ? { file: this.#file?.toString() ?? '' } : {}) };
		return { filter, rounds: uri => this.#host.recordings.of(uri).rounds };
	}

	#filter({ errorsOnly = this.#errorsOnly, fileOnly = this.#fileOnly, suppressed = this.#suppressed }): void {
		this.#errorsOnly = errorsOnly;
		this.#fileOnly = fileOnly;
		this.#suppressed = suppressed;
		void vscode.commands.executeCommand('setContext', contextKey.errorsOnly, errorsOnly);
		void vscode.commands.executeCommand('setContext', contextKey.fileOnly, fileOnly);
		void vscode.commands.executeCommand('setContext', contextKey.suppressed, suppressed);
		this.#update();
	}

	/** Remembers which file is active: an output or a draft that is shown changes nothing. */
	#follow(editor: vscode.TextEditor | undefined): void {
		if (editor?.document.uri.scheme !== 'file' || editor.document.uri.toString() === this.#file?.toString()) return;
		this.#file = editor.document.uri;
		if (this.#fileOnly) this.#update();
	}

	#update(): void {
		const { plugins } = this.#host.server;
		const errors = plugins.reduce((sum, plugin) => sum + plugin.summary.errors, 0);
		this.#view.badge = errors === 0 ? undefined : { value: errors, tooltip: counted(errors, 'error') };
		const [only] = plugins;
		this.#view.description = only && plugins.length === 1 ? only.name : '';
		this.#view.message = this.#message();
		this.#changed.fire();
	}

	/** Above the tree: which plugin it is of, whole, where the title of the view has no room for it; and what a filter leaves out. */
	#message(): string {
		const { plugins, state } = this.#host.server;
		const [only] = plugins;
		if (only === undefined) return state === 'starting' && vscode.workspace.workspaceFolders !== undefined ? 'Reading the workspace…' : '';
		const { filter } = this.#shown;
		const shown = plugins.flatMap(plugin => filtered(plugin, filter));
		const off = shown.filter(finding => finding.suppressed !== undefined).length;
		const counts = `${countedFindings(shown.filter(finding => finding.suppressed === undefined)) || 'no findings'}${off === 0 ? '' : `, ${off} suppressed`}`;
		const name = plugins.length === 1 ? only.name : counted(plugins.length, 'plugin');
		if (!hides(filter)) return `${name}: ${counts}`;
		const file = this.#file === undefined ? 'no file' : vscode.workspace.asRelativePath(this.#file, false);
		const limits = [...(this.#errorsOnly ? ['errors only'] : []), ...(this.#fileOnly ? [`${file} only`] : [])];
		return `${name}: ${counts} (${limits.join(', ')})`;
	}

	async #ticked(items: ReadonlyArray<readonly [ChecklistNode, vscode.TreeItemCheckboxState]>): Promise<void> {
		const { recordings } = this.#host;
		for (const [node, state] of items) {
			const checked = state === vscode.TreeItemCheckboxState.Checked;
			if (node.kind === 'item') await recordings.tick(node.plugin.uri, node.item.id, checked ? 'done' : undefined);
			if (node.kind === 'point') await recordings.settle(node.plugin.uri, node.round, node.point, checked);
		}
	}
}
