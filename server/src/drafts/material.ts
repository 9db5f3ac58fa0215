import type { Recorded } from '../checklist/item';
import type { Report } from '../engine/report';
import type { Target } from '../engine/settings';

/** What a draft is made from besides the facts. */
export interface Material {
	readonly report: Report;
	/** The ids of the rules that the report is of: what no rule looked at is not said to be in order. */
	readonly rules: readonly string[];
	readonly recorded: Recorded;
	readonly target: Target;
	/** Now, as ISO 8601. */
	readonly date: string;
	/** The text of the kept log of the acceptance tests, where there is one and it could be read. */
	readonly log?: string;
}

/** A draft. Nothing is sent: a person reads it, fills in what stands in square brackets and capitals, and sends it. */
export interface Draft {
	/** Its subject. */
	readonly title: string;
	readonly text: string;
	readonly language: 'markdown' | 'plaintext';
	/** Where it is to go: a `mailto:` or https address, prefilled as far as addresses can be. */
	readonly target: string;
	/** The whole message as RFC 5322, for mail programs; email only. */
	readonly eml?: string;
}
