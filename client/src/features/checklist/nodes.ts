import type { ChecklistItem, FindingView, NextStep, PluginView, ReviewRound, StepId } from '../../../../server/src/protocol';

/** What the tree shows. Each node knows the plugin it is about, so that a command called on it does too. */
export interface PluginNode {
	readonly kind: 'plugin';
	readonly plugin: PluginView;
}
/** What to do next, on top. */
export interface NextNode {
	readonly kind: 'next';
	readonly plugin: PluginView;
	readonly next: NextStep;
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
	/** The findings that are shown below it. */
	readonly findings: readonly FindingView[];
	/** The points of the review that are shown below it. */
	readonly points: readonly PointNode[];
}
/** A file with findings of an item that has many. */
export interface FileNode {
	readonly kind: 'file';
	readonly plugin: PluginView;
	readonly item: ChecklistItem;
	readonly uri: string;
	readonly findings: readonly FindingView[];
}
export interface FindingNode {
	readonly kind: 'finding';
	readonly plugin: PluginView;
	readonly finding: FindingView;
	/** Whether it is below a node of its file. */
	readonly inFile: boolean;
}
/** A point of a round of review. */
export interface PointNode {
	readonly kind: 'point';
	readonly plugin: PluginView;
	/** Which one: the n-th point of the n-th round. */
	readonly round: number;
	readonly point: number;
	readonly date: string;
	readonly text: string;
	readonly done: boolean;
}
/** Something that could not be checked: shown as a node, since an empty tree would say that all is well. */
export interface TroubleNode {
	readonly kind: 'trouble';
	readonly plugin: PluginView;
	readonly text: string;
}
export type ChecklistNode = PluginNode | NextNode | StepNode | ItemNode | FileNode | FindingNode | PointNode | TroubleNode;

/** What of the findings is shown; without anything set, all of it. */
export interface Filter {
	readonly errorsOnly: boolean;
	/** Whether findings that do not count are shown, too. */
	readonly suppressed: boolean;
	/** The uri of the only file whose findings are shown. */
	readonly file?: string;
}

/** What the tree is made of besides the plugins. */
export interface Shown {
	readonly filter: Filter;
	/** What a person recorded of the review of a plugin. */
	readonly rounds: (uri: string) => readonly ReviewRound[];
}

/** An item with more findings than these has them grouped by file. */
const mostUngrouped = 7;

/** The six steps in the program's order, and what they are called. */
export const steps: ReadonlyArray<readonly [StepId, string]> = [
	['engage', '1. Engage'],
	['enable', '2. Enable'],
	['develop', '3. Develop and Test'],
	['review', '4. Review'],
	['release', '5. Release'],
	['support', '6. Support'],
];

/** Whether a filter hides anything. */
export const hides = ({ errorsOnly, file }: Filter): boolean => errorsOnly || file !== undefined;

/** The findings of a plugin that a filter lets through. */
export const filtered = ({ findings, suppressed: others }: PluginView, { errorsOnly, suppressed, file }: Filter): FindingView[] =>
	[...findings, ...(suppressed ? others : [])].filter(({ severity, uri }) => (!errorsOnly || severity === 'error') && (file === undefined || uri === file));

/** The top of the tree: the plugins, or what is below the only one. */
export function roots(plugins: readonly PluginView[], shown: Shown): ChecklistNode[] {
	const [only] = plugins;
	return only && plugins.length === 1 ? below({ kind: 'plugin', plugin: only }, shown) : plugins.map(plugin => ({ kind: 'plugin', plugin }));
}

/** What is below a node. */
export function below(node: ChecklistNode, shown: Shown): ChecklistNode[] {
	const { plugin } = node;
	if (node.kind === 'plugin')
		return [
			...(plugin.next ? [{ kind: 'next', plugin, next: plugin.next } as const] : []),
			...plugin.troubles.map(text => ({ kind: 'trouble', plugin, text }) as const),
			...steps.map(([step]) => ({ kind: 'step', plugin, step }) as const).filter(step => !hides(shown.filter) || below(step, shown).length > 0),
		];
	if (node.kind === 'step') {
		const items = plugin.items.filter(({ step }) => step === node.step).map(item => itemNode(plugin, item, shown));
		return hides(shown.filter) ? items.filter(({ findings }) => findings.length > 0) : items;
	}
	if (node.kind === 'item') return [...node.points, ...grouped(node)];
	return node.kind === 'file' ? node.findings.map(finding => ({ kind: 'finding', plugin, finding, inFile: true })) : [];
}

function itemNode(plugin: PluginView, item: ChecklistItem, { filter, rounds }: Shown): ItemNode {
	const findings = filtered(plugin, filter).filter(finding => finding.item === item.id || finding.part === item.id);
	const points =
		item.id === 'address-feedback' && !hides(filter)
			? rounds(plugin.uri).flatMap(({ date, points: all }, round) =>
					all.map((one, point): PointNode => ({ kind: 'point', plugin, round, point, date, ...one })),
				)
			: [];
	return { kind: 'item', plugin, item, findings, points };
}

/** The findings of an item: each on its own, or by file where there are many. */
function grouped({ plugin, item, findings }: ItemNode): ChecklistNode[] {
	if (findings.length <= mostUngrouped) return findings.map(finding => ({ kind: 'finding', plugin, finding, inFile: false }));
	const files = new Map<string, FindingView[]>();
	for (const finding of findings) files.set(finding.uri, [...(files.get(finding.uri) ?? []), finding]);
	return [...files].map(([uri, own]) => ({ kind: 'file', plugin, item, uri, findings: own }));
}

/** An id that stays the same while the node does, so that the tree keeps its selection and what is unfolded; undefined where what it shows is its id. */
export function idOf(node: ChecklistNode): string | undefined {
	const { uri } = node.plugin;
	if (node.kind === 'plugin') return uri;
	if (node.kind === 'next') return `${uri}#next`;
	if (node.kind === 'step') return `${uri}#${node.step}`;
	if (node.kind === 'item') return `${uri}#${node.item.step}/${node.item.id}`;
	if (node.kind === 'file') return `${uri}#${node.item.id}/${node.uri}`;
	if (node.kind === 'point') return `${uri}#point/${node.round}/${node.point}`;
	return undefined;
}
