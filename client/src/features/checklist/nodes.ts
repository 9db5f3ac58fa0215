import type { ChecklistItem, FindingView, PluginView, StepId } from '../../../../server/src/protocol';

/** What the tree shows. Each node knows the plugin it is about, so that a command called on it does too. */
export interface PluginNode {
	readonly kind: 'plugin';
	readonly plugin: PluginView;
}
export interface StepNode {
	readonly kind: 'step';
	readonly plugin: PluginView;
	readonly step: StepId;
}
export interface ItemNode {
	readonly kind: 'item';
	readonly plugin: PluginView;
	readonly item: ChecklistItem;
}
export interface FindingNode {
	readonly kind: 'finding';
	readonly plugin: PluginView;
	readonly finding: FindingView;
}
/** Something that could not be looked at: shown as a node, as an empty tree would say that all is well. */
export interface TroubleNode {
	readonly kind: 'trouble';
	readonly plugin: PluginView;
	readonly text: string;
}
export type ChecklistNode = PluginNode | StepNode | ItemNode | FindingNode | TroubleNode;

/** The six steps in the program's order, and what they are called. */
export const steps: ReadonlyArray<readonly [StepId, string]> = [
	['engage', '1. Engage'],
	['enable', '2. Enable'],
	['develop', '3. Develop and Test'],
	['review', '4. Review'],
	['release', '5. Release'],
	['support', '6. Support'],
];

/** The top of the tree: the plugins, or the steps of the only one. */
export function roots(plugins: readonly PluginView[]): ChecklistNode[] {
	const [only] = plugins;
	return only && plugins.length === 1 ? below({ kind: 'plugin', plugin: only }) : plugins.map(plugin => ({ kind: 'plugin', plugin }));
}

/** What is below a node. */
export function below(node: ChecklistNode): ChecklistNode[] {
	const { plugin } = node;
	if (node.kind === 'plugin')
		return [...plugin.troubles.map(text => ({ kind: 'trouble', plugin, text }) as const), ...steps.map(([step]) => ({ kind: 'step', plugin, step }) as const)];
	if (node.kind === 'step') return plugin.items.filter(item => item.step === node.step).map(item => ({ kind: 'item', plugin, item }));
	if (node.kind === 'item') return findingsOf(plugin, node.item).map(finding => ({ kind: 'finding', plugin, finding }));
	return [];
}

/** The findings that keep an item open. */
export const findingsOf = (plugin: PluginView, { id }: ChecklistItem): readonly FindingView[] =>
	plugin.findings.filter(finding => finding.item === id || finding.part === id);

/** An id that stays the same while the node does, so that the tree keeps its selection and what is unfolded. */
export function idOf(node: ChecklistNode): string {
	const { uri } = node.plugin;
	if (node.kind === 'plugin') return uri;
	if (node.kind === 'step') return `${uri}#${node.step}`;
	if (node.kind === 'item') return `${uri}#${node.item.step}/${node.item.id}`;
	return `${uri}#${node.kind}`;
}
