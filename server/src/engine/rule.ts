import type { Read } from '../facts/core/database';
import type { Place } from '../text/place';
import type { Finding } from './finding';
import type { Handlers } from './handlers';
import type { Options, ValuesOf } from './options';
import type { Vain } from './unneeded';

/** `error`: Packer or the integrations portal rejects it; `warning`: a reviewer asks for it; `info`: advice. */
export type Severity = 'error' | 'warning' | 'info';

/** The items of the program's checklist (https://developer.hashicorp.com/packer/docs/partnerships), in its order. */
export const itemIds = [
	'webform',
	'mnda',
	'develop-and-test',
	'request-review',
	'address-feedback',
	'provide-credentials',
	'demo-or-logs',
	'partner-agreement',
	'support-plan',
] as const;
export type ItemId = (typeof itemIds)[number];

export type { Finding, Fix, Related } from './finding';

/** Whether a finding at a place would not count, because of a comment or an exemption; given to rules that leave such places out themselves. */
export type Leaves = (place: Place) => boolean;

/** A rule: what a good plugin does, and how to find where a plugin does not. Its id is the path of its folder under `rules/`. */
export interface Rule<Id extends string = string, O extends Options = Options> {
	/** The rule in one indicative sentence without a period: the first line of its page, and its description in lists and SARIF. */
	readonly summary: string;
	/** The defect in at most five words, in sentence case without a period: the name of a finding in trees and lists. */
	readonly title: string;
	/** The titles of messages with another title. */
	readonly titles?: Partial<Readonly<Record<Id, string>>>;
	readonly severity: Severity;
	/** The severity for a community plugin, if it differs. */
	readonly community?: Severity;
	/** The severities of messages with another severity. */
	readonly severities?: Partial<Readonly<Record<Id, Severity>>>;
	readonly item: ItemId;
	/** How editors show its findings: faded if the code can be removed, struck through if it is deprecated. */
	readonly tag?: 'unnecessary' | 'deprecated';
	/** Whether it reports generated files that are out of date or missing: regenerating all of them settles it, too. */
	readonly stale?: true;
	/** The https address of the requirement, or of the thread in which a maintainer asked for it. */
	readonly source: string;
	/** The https addresses of threads in which reviewers or users asked for it. */
	readonly threads?: readonly string[];
	readonly messages: Readonly<Record<Id, string>>;
	/** The options that `.packer-readiness.yml` can set. */
	readonly options?: O;
	/**
	 * Whether it reports in Go files of packages that have a syntax error. Findings of other rules there are dropped, because code that seems
	 * missing may be in the unreadable part.
	 */
	readonly inBroken?: true;
	/** Checks the plugin as a whole. Never waits, never throws on purpose, and reports nothing about what it cannot see. */
	check?(read: Read, options: ValuesOf<O>, leaves: Leaves): Iterable<Finding<Id>>;
	/**
	 * Whether it counts several components in one finding, and leaves out those of which `leaves` says that they are suppressed. A suppression of it can
	 * be needed although no finding is suppressed.
	 */
	readonly leavesOut?: true;
	/** Reports what the other rules have shown to be of no use, after all of them. */
	after?(read: Read, vain: Vain): Iterable<Finding<Id>>;
	/** Checks one function after the other, instead of `check` or in addition to it. */
	readonly on?: Handlers<Id, ValuesOf<O>>;
}

/** Types a rule by its messages and its options. */
export const defineRule = <const Id extends string, const O extends Options = Record<never, never>>(rule: Rule<Id, O>): Rule<Id, O> => rule;
