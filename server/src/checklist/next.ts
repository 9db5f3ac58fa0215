import type { Severity } from '../engine/rule';
import type { ChecklistId, ChecklistItem } from './item';
import { counted } from './words';

/** What the next step depends on of a finding. */
export interface Listed {
	readonly severity: Severity;
	readonly title: string;
	readonly message: string;
	readonly fix: 'safe' | 'offer' | null;
	/** The item that it is listed under, and the part of the release that it also counts for. */
	readonly item: ChecklistId;
	readonly part?: ChecklistId;
}

/** What to do next, and what the editor does when a person asks for it. */
export type Next<Finding> = {
	/** In the imperative: `Apply 3 safe fixes`. */
	readonly label: string;
	/** Why, in one sentence. */
	readonly reason: string;
} & (
	| { readonly act: 'fixes' }
	| { readonly act: 'output' }
	| { readonly act: 'finding'; readonly finding: Finding }
	| { readonly act: 'item'; readonly item: ChecklistId }
);

/**
 * What to do next for a plugin: errors come first, since a reviewer cannot do without their fixes; then what could not be checked;
 * then the items that are not done, in the program's order. Undefined where nothing is left to do.
 */
export function nextStep<Finding extends Listed>(
	items: readonly ChecklistItem[],
	findings: readonly Finding[],
	troubles: readonly string[],
): Next<Finding> | undefined {
	const fixing = (some: readonly Finding[]): Next<Finding> | undefined => {
		const [first] = some;
		if (first === undefined) return undefined;
		if (!some.some(({ fix }) => fix === 'safe')) return { label: `Fix: ${first.title}`, reason: first.message, act: 'finding', finding: first };
		const safe = findings.filter(({ fix }) => fix === 'safe').length;
		return { label: `Apply ${safe === 1 ? '1 safe fix' : `${safe} safe fixes`}`, reason: 'Safe fixes need no review.', act: 'fixes' };
	};
	const error = fixing(findings.filter(({ severity }) => severity === 'error'));
	if (error) return error;
	const [trouble] = troubles;
	if (trouble !== undefined) return { label: `See ${counted(troubles.length, 'problem')} of the check`, reason: trouble, act: 'output' };
	const left = items.find(({ state }) => state !== 'done' && state !== 'notNeeded');
	if (left === undefined) return undefined;
	const warnings = findings.filter(({ severity, item, part }) => severity === 'warning' && (item === left.id || part === left.id));
	return fixing(warnings) ?? { label: labels[left.id] ?? left.title, reason: left.reason, act: 'item', item: left.id };
}

/** What is left to do of an item whose title says more. */
const labels: Partial<Readonly<Record<ChecklistId, string>>> = {
	'develop-and-test': 'Run the acceptance tests',
	'request-review': 'Draft and send the review email',
};
