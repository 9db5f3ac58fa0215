import type { Span } from '../text/span';
import type { Fix, ItemId, Severity } from './rule';
import type { Suppressed } from './suppressed';

/** One finding as it is shown: in words, at offsets, with the severity it has for this plugin. */
export interface Reported {
	readonly rule: string;
	/** The key of the rule's message, that distinguishes findings of one rule. */
	readonly key: string;
	readonly severity: Severity;
	/** The defect in a few words. */
	readonly title: string;
	readonly message: string;
	/** Relative to the plugin's root, with `/`. */
	readonly path: string;
	readonly span: Span;
	readonly item: ItemId;
	/** Other places that show the same cause. */
	readonly related?: readonly RelatedPlace[];
	readonly fix?: Fix;
	/** Why this does not count. */
	readonly suppressed?: Suppressed;
}

/** Whether a finding still has to be settled: it counts, or it is an old one that the baseline only hides. */
export const isOpen = ({ suppressed }: Pick<Reported, 'suppressed'>): boolean => suppressed === undefined || suppressed.how === 'baseline';

/** A place beside that of a finding, and what it has to do with it. */
export interface RelatedPlace {
	readonly path: string;
	readonly span: Span;
	readonly message: string;
}

/** A rule that failed, because of a bug in it. The other rules are not affected. */
export interface Failure {
	readonly rule: string;
	readonly message: string;
}

/** All findings of a plugin. */
export interface Report {
	/** Sorted by path, offset and rule, suppressed ones included. */
	readonly findings: readonly Reported[];
	readonly failures: readonly Failure[];
	/** Files that could not be read: their content is unknown, and the plugin is not "ready". */
	readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/** What to compute before anything else: a file, and the rules that speak of it in what a person sees. */
export interface First {
	readonly path: string;
	/** All of them must have run before what they say can replace what is shown of the file. */
	readonly rules: ReadonlySet<string>;
}

/** What the rules of a `First` say now, wherever; the other rules have not run yet. */
export interface PartialReport {
	readonly path: string;
	/** Sorted as in a report. */
	readonly findings: readonly Reported[];
}

/** How many findings of each severity count, how many do not, and whether the plugin is ready. */
export interface Summary {
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	/** Those that do not count, with a reason that a person gave. */
	readonly suppressed: number;
	/** Those that do not count because they are in the baseline. */
	readonly baseline: number;
	/** No error, not even an old one, and nothing that could not be checked. */
	readonly ready: boolean;
}

/** The summary of a report. */
export function summarize({ findings, failures, unreadable }: Report): Summary {
	const count = (severity: Severity) => findings.filter(f => f.suppressed === undefined && f.severity === severity).length;
	const errors = count('error');
	return {
		errors,
		warnings: count('warning'),
		infos: count('info'),
		suppressed: findings.filter(f => !isOpen(f)).length,
		baseline: findings.filter(f => f.suppressed?.how === 'baseline').length,
		ready: findings.filter(f => isOpen(f) && f.severity === 'error').length + failures.length + unreadable.length === 0,
	};
}
