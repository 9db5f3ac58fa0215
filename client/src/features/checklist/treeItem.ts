import * as vscode from 'vscode';
import type { ChecklistItem, ItemState, PluginView, Suppressed } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import { counted } from '../counted';
import { mainAction } from './actions';
import { type ChecklistNode, type FileNode, type FindingNode, type ItemNode, idOf, type NextNode, type PointNode, type StepNode, steps } from './nodes';
import { countedFindings, gravest, withSeverity } from './severities';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
const { Checked, Unchecked } = vscode.TreeItemCheckboxState;

const stateIcon: Readonly<Record<ItemState, readonly [icon: string, color: string | undefined, words: string]>> = {
	done: ['pass-filled', 'testing.iconPassed', 'done'],
	open: ['circle-large-outline', undefined, 'open'],
	attention: ['warning', 'list.warningForeground', 'needs attention'],
	notNeeded: ['circle-slash', 'disabledForeground', 'not needed'],
	unknown: ['question', 'disabledForeground', 'unknown'],
};

const icon = (id: string, color?: string) => new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));

/** A node as VS Code shows it, and as a screen reader says it. */
export function treeItem(node: ChecklistNode): vscode.TreeItem {
	const item = itemOf(node);
	const id = idOf(node);
	if (id !== undefined) item.id = id;
	return item;
}

function itemOf(node: ChecklistNode): vscode.TreeItem {
	switch (node.kind) {
		case 'plugin':
			return pluginItem(node.plugin);
		case 'next':
			return nextItem(node);
		case 'step':
			return stepItem(node);
		case 'item':
			return checklistItem(node);
		case 'file':
			return fileItem(node);
		case 'finding':
			return findingItem(node);
		case 'point':
			return pointItem(node);
		case 'trouble': {
			const item = new vscode.TreeItem(node.text, None);
			item.iconPath = icon('question', 'list.warningForeground');
			item.tooltip = node.text;
			item.command = { command: command.showOutput, title: 'Show Output' };
			return item;
		}
	}
}

function pluginItem(plugin: PluginView): vscode.TreeItem {
	const item = new vscode.TreeItem(plugin.name, Expanded);
	item.description = countedFindings(plugin.findings) || 'no findings';
	item.iconPath = icon('package');
	item.contextValue = 'plugin';
	item.accessibilityInformation = { label: `Plugin ${plugin.name}, ${item.description}` };
	return item;
}

function nextItem({ plugin, next }: NextNode): vscode.TreeItem {
	const item = new vscode.TreeItem(`Next: ${next.label}`, None);
	item.iconPath = icon('debug-start', 'testing.runAction');
	item.tooltip = new vscode.MarkdownString(`**${markdownOf(next.label)}**\n\n${markdownOf(next.reason)}`);
	item.contextValue = 'next';
	item.command = { command: command.doNext, title: next.label, arguments: [{ kind: 'next', plugin, next }] };
	item.accessibilityInformation = { label: `Next step: ${next.label}. ${next.reason}` };
	return item;
}

function stepItem(node: StepNode): vscode.TreeItem {
	const items = node.plugin.items.filter(item => item.step === node.step);
	const done = items.filter(item => item.state === 'done' || item.state === 'notNeeded').length;
	const title = steps.find(([step]) => step === node.step)?.[1] ?? node.step;
	const item = new vscode.TreeItem(title, Expanded);
	item.description = `${done} of ${items.length}`;
	item.contextValue = 'step';
	item.accessibilityInformation = { label: `Step ${title}, ${done} of ${items.length} done` };
	return item;
}

/** An item that a person ticks has a box; one that is judged by rules has an icon. Both say so behind their names. */
function checklistItem({ item: shown, plugin, findings, points }: ItemNode): vscode.TreeItem {
	const [id, color, words] = stateIcon[shown.state];
	const item = new vscode.TreeItem(shown.label, findings.length + points.length > 0 ? Collapsed : None);
	const open = points.filter(({ done }) => !done).length;
	const counts = [countedFindings(findings), open === 0 ? '' : `${counted(open, 'point')} open`].filter(part => part !== '').join(', ');
	const state = shown.state === 'open' || shown.state === 'done' ? '' : words;
	const who = shown.manual ? 'manual' : 'automatic';
	item.description = [counts || state, who].filter(part => part !== '').join(' · ');
	const how = shown.manual ? 'Manual: check the box when done.' : 'Automatic: judged by the rules.';
	item.tooltip = new vscode.MarkdownString(`**${markdownOf(shown.title)}** (${words})\n\n${markdownOf(shown.reason)}\n\n${how}`);
	item.contextValue = contextOf(shown);
	if (shown.manual && shown.state !== 'notNeeded') item.checkboxState = checkbox(shown);
	else item.iconPath = icon(id, color);
	const action = mainAction(plugin, shown);
	// What has something below it and no box of its own unfolds.
	if (action && (shown.manual || item.collapsibleState === None)) item.command = action;
	const said = findings.length === 0 ? '' : `, ${counted(findings.length, 'finding')}`;
	item.accessibilityInformation = { label: `${shown.title}, ${who}, ${words}${said}. ${shown.reason}` };
	return item;
}

const contextOf = ({ id, state, optional, manual, link }: ChecklistItem) =>
	[
		`item:${id}`,
		state,
		manual ? 'manual' : 'automatic',
		...(optional && state !== 'notNeeded' ? ['skippable'] : []),
		...(link === undefined ? [] : ['link']),
	].join(' ');

function checkbox({ state, title }: ChecklistItem): NonNullable<vscode.TreeItem['checkboxState']> {
	const checked = state === 'done' || state === 'attention';
	return {
		state: checked ? Checked : Unchecked,
		tooltip: state === 'attention' ? 'Done, but something has changed since. Check the box again when that is settled.' : checked ? 'Done' : 'Check when done',
		accessibilityInformation: { label: title, role: 'checkbox' },
	};
}

function fileItem({ uri: text, findings }: FileNode): vscode.TreeItem {
	const uri = vscode.Uri.parse(text);
	const path = vscode.workspace.asRelativePath(uri, false);
	const slash = path.lastIndexOf('/');
	const item = new vscode.TreeItem(path.slice(slash + 1), Collapsed);
	item.resourceUri = withSeverity(uri, gravest(findings));
	item.iconPath = vscode.ThemeIcon.File;
	item.description = [countedFindings(findings), ...(slash === -1 ? [] : [path.slice(0, slash)])].join(' · ');
	item.tooltip = path;
	item.contextValue = 'file';
	item.accessibilityInformation = { label: `${path}, ${countedFindings(findings)}` };
	return item;
}

function findingItem({ finding, inFile }: FindingNode): vscode.TreeItem {
	const item = new vscode.TreeItem(finding.title, None);
	const uri = vscode.Uri.parse(finding.uri);
	const place = `${vscode.workspace.asRelativePath(uri, false)}:${finding.line + 1}`;
	item.resourceUri = withSeverity(uri, finding.severity);
	const { suppressed } = finding;
	item.iconPath = suppressed === undefined ? vscode.ThemeIcon.File : new vscode.ThemeIcon('circle-slash');
	const why = suppressed === undefined ? '' : reasonOf(suppressed);
	item.description = [...(why === '' ? [] : ['suppressed']), inFile ? `line ${finding.line + 1}` : place].join(' · ');
	const fix = finding.fix === null ? '' : finding.fix === 'safe' ? ' · safe fix' : ' · quick fix';
	item.tooltip = new vscode.MarkdownString(
		`${markdownOf(finding.message)}\n\n${finding.severity} · \`${finding.rule}\` · ${markdownOf(place)}${fix}${why === '' ? '' : `\n\n${markdownOf(why)}`}`,
	);
	item.contextValue = 'finding';
	item.command = { command: command.openFinding, title: 'Go to Finding', arguments: [finding] };
	item.accessibilityInformation = { label: `${finding.severity}: ${finding.title}, ${place}. ${finding.message}${why === '' ? '' : ` ${why}`}` };
	return item;
}

/** Why a finding does not count, in a sentence. */
const reasonOf = ({ reason, owner, expires }: Suppressed) =>
	`Suppressed${expires === undefined ? '' : ` until ${expires}`}${owner === undefined ? '' : ` by ${owner}`}: ${reason}`;

function pointItem({ text, date, done }: PointNode): vscode.TreeItem {
	const item = new vscode.TreeItem(text, None);
	item.description = date;
	item.tooltip = `${text} (${date})`;
	item.contextValue = 'point';
	item.checkboxState = {
		state: done ? Checked : Unchecked,
		tooltip: done ? 'Settled' : 'Check when settled',
		accessibilityInformation: { label: text, role: 'checkbox' },
	};
	item.accessibilityInformation = { label: `Review point of ${date}, ${done ? 'settled' : 'open'}: ${text}` };
	return item;
}

/** A text as Markdown shows it, its code in backticks. */
const markdownOf = (text: string) => text.replaceAll(/`[^`]*`|[\\*_{}[\]<>#|~]/g, part => (part.startsWith('`') && part.length > 1 ? part : `\\${part}`));
