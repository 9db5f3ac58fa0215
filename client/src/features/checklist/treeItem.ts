import * as vscode from 'vscode';
import type { ChecklistItem, ItemState, PluginView } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import { type ChecklistNode, type FindingNode, findingsOf, type ItemNode, idOf, type StepNode, steps } from './nodes';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

const stateIcon: Readonly<Record<ItemState, readonly [icon: string, color: string | undefined, words: string]>> = {
	done: ['pass-filled', 'testing.iconPassed', 'done'],
	open: ['circle-large-outline', undefined, 'open'],
	attention: ['warning', 'list.warningForeground', 'needs attention'],
	notNeeded: ['circle-slash', 'disabledForeground', 'not needed'],
	unknown: ['question', 'disabledForeground', 'not known'],
};
const severityIcon = {
	error: ['error', 'list.errorForeground'],
	warning: ['warning', 'list.warningForeground'],
	info: ['info', 'editorInfo.foreground'],
} as const;

const icon = (id: string, color?: string) => new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));

/** A node as VS Code shows it, and as a screen reader says it. */
export function treeItem(node: ChecklistNode): vscode.TreeItem {
	if (node.kind === 'plugin') return pluginItem(node.plugin);
	if (node.kind === 'step') return stepItem(node);
	if (node.kind === 'item') return checklistItem(node);
	if (node.kind === 'finding') return findingItem(node);
	const item = new vscode.TreeItem(node.text, None);
	item.iconPath = icon('question', 'list.warningForeground');
	item.tooltip = node.text;
	item.command = { command: command.showOutput, title: 'Show Output' };
	return item;
}

function pluginItem(plugin: PluginView): vscode.TreeItem {
	const { errors, warnings, ready } = plugin.summary;
	const item = new vscode.TreeItem(plugin.name, Expanded);
	item.id = plugin.uri;
	item.description = ready ? 'nothing is refused' : counted(errors, warnings);
	item.iconPath = icon('package');
	item.contextValue = 'plugin';
	item.accessibilityInformation = { label: `Plugin ${plugin.name}, ${item.description}` };
	return item;
}

function stepItem(node: StepNode): vscode.TreeItem {
	const items = node.plugin.items.filter(item => item.step === node.step);
	const done = items.filter(item => item.state === 'done' || item.state === 'notNeeded').length;
	const title = steps.find(([step]) => step === node.step)?.[1] ?? node.step;
	const item = new vscode.TreeItem(title, Expanded);
	item.id = idOf(node);
	item.description = `${done} of ${items.length}`;
	item.contextValue = 'step';
	item.accessibilityInformation = { label: `Step ${title}, ${done} of ${items.length} done` };
	return item;
}

function checklistItem(node: ItemNode): vscode.TreeItem {
	const { item: shown, plugin } = node;
	const [id, color, words] = stateIcon[shown.state];
	const findings = findingsOf(plugin, shown);
	const item = new vscode.TreeItem(shown.label, findings.length > 0 ? Collapsed : None);
	item.id = idOf(node);
	const [errors, warnings] = (['error', 'warning'] as const).map(severity => findings.filter(f => f.severity === severity).length) as [number, number];
	item.description =
		findings.length > 0 ? counted(errors, warnings, findings.length - errors - warnings) : shown.state === 'open' || shown.state === 'done' ? '' : words;
	item.tooltip = new vscode.MarkdownString(`**${shown.title}** — ${words}\n\n${shown.reason}`);
	item.contextValue = contextOf(shown);
	if (shown.manual && shown.state !== 'notNeeded') item.checkboxState = checkbox(shown);
	else item.iconPath = icon(id, color);
	item.accessibilityInformation = { label: `${shown.title}, ${words}${findings.length > 0 ? `, ${findings.length} findings` : ''}. ${shown.reason}` };
	return item;
}

const contextOf = ({ id, state, optional, link }: ChecklistItem) =>
	[`item:${id}`, state, ...(optional ? ['optional'] : []), ...(link === undefined ? [] : ['link'])].join(' ');

function checkbox({ state, title }: ChecklistItem): NonNullable<vscode.TreeItem['checkboxState']> {
	const checked = state === 'done' || state === 'attention';
	return {
		state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
		tooltip: state === 'attention' ? 'Done, but something has changed since. Tick it again when that is settled.' : checked ? 'Done' : 'Tick when done',
		accessibilityInformation: { label: title, role: 'checkbox' },
	};
}

function findingItem({ finding }: FindingNode): vscode.TreeItem {
	const item = new vscode.TreeItem(finding.title, None);
	const uri = vscode.Uri.parse(finding.uri);
	const [id, color] = severityIcon[finding.severity];
	item.iconPath = icon(id, color);
	item.description = `${vscode.workspace.asRelativePath(uri, false)}:${finding.line + 1}`;
	item.tooltip = new vscode.MarkdownString(
		`${finding.message.replaceAll(/([\\`*_{}[\]<>])/g, '\\$1')}\n\n\`${finding.rule}\`${finding.fix === null ? '' : ' · has a fix'}`,
	);
	item.contextValue = 'finding';
	item.command = { command: command.openFinding, title: 'Go to Finding', arguments: [finding] };
	item.accessibilityInformation = { label: `${finding.severity}: ${finding.title}, ${item.description}. ${finding.message}` };
	return item;
}

function counted(errors: number, warnings: number, infos = 0): string {
	const part = (count: number, word: string) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]);
	return [...part(errors, 'error'), ...part(warnings, 'warning'), ...part(infos, 'hint')].join(', ');
}
