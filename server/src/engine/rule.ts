import type { Read } from '../facts/core/database';
import type { Finding } from './finding';
import type { Handlers } from './handlers';
import type { Options, ValuesOf } from './options';

/** `error`: Packer or the integrations portal refuses it; `warning`: a reviewer asks for it; `info`: advice. */
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

/** A rule: what should be true of a plugin, and how to see where it is not. Its id is the path of its folder under `rules/`. */
export interface Rule<Id extends string = string, O extends Options = Options> {
	/** What should be true, in one sentence without a full stop: the first line of its page, its checklist line, its SARIF description. */
	readonly summary: string;
	/** The defect in at most five words, in sentence case without a period: the name of a finding in trees and lists. */
	readonly title: string;
	/** The title of single messages, where it is another. */
	readonly titles?: Partial<Readonly<Record<Id, string>>>;
	readonly severity: Severity;
	/** The severity for a community plugin, where it is another. */
	readonly community?: Severity;
	/** The severity of single messages, where it is another. */
	readonly severities?: Partial<Readonly<Record<Id, Severity>>>;
	readonly item: ItemId;
	/** How editors draw what it finds: faded where it can simply go, struck through where it is out of use. */
	readonly tag?: 'unnecessary' | 'deprecated';
	/** Whether it reports generated files that are out of date or missing: regenerating all of them settles it, too. */
	readonly stale?: true;
	/** Where the requirement stands, or the thread in which a maintainer asked for it: an https address. */
	readonly source: string;
	readonly messages: Readonly<Record<Id, string>>;
	/** What `.packer-readiness.yml` may set for it, under `options`. */
	readonly options?: O;
	/**
	 * Whether it reports in Go files of packages that have a syntax error. What other rules find there is not reported: what they take for missing may stand
	 * where the file could not be read.
	 */
	readonly inBroken?: true;
	/** Looks at the plugin as a whole. Never waits, never throws on purpose; says nothing of what it cannot see. */
	check?(read: Read, options: ValuesOf<O>): Iterable<Finding<Id>>;
	/** Looks at one function after the other, instead of `check` or beside it. */
	readonly on?: Handlers<Id, ValuesOf<O>>;
}

/** Types a rule by its messages and its options. */
export const defineRule = <const Id extends string, const O extends Options = Record<never, never>>(rule: Rule<Id, O>): Rule<Id, O> => rule;
