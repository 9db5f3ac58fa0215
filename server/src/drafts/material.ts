import type { Recorded } from '../checklist/item';
import type { Report } from '../engine/report';
import type { Severity } from '../engine/rule';
import type { Target } from '../engine/settings';

/** The input of a draft besides the facts. */
export interface Material {
	readonly report: Report;
	/** The ids of the rules that the report is of: what no rule checked is not called ready. */
	readonly rules: readonly string[];
	readonly recorded: Recorded;
	readonly target: Target;
	/** Now, as ISO 8601. */
	readonly date: string;
	/** The text of the kept log of the acceptance tests, where there is one and it could be read. */
	readonly log?: string;
}

/** What a draft can be of. */
export type DraftKind = 'email' | 'docs-pr' | 'integration-request';

/** What a person has to know before sending a draft: shown beside its text, never in it. */
export interface DraftNotice {
	readonly severity: Severity;
	readonly message: string;
	/** The draft to make instead. */
	readonly instead?: DraftKind;
}

/** Where a text goes that a person sends. */
export interface Address {
	/** A `mailto:` or https address, prefilled as far as addresses can be. */
	readonly target: string;
	/** The text is too long for the address, which has a note where the rest of it goes. */
	readonly shortened?: true;
}

/** Where a text goes; without an address where it is not for sending. */
export interface Outgoing extends Partial<Address> {
	/** The whole message as RFC 5322, for mail programs; email only. */
	readonly eml?: string;
}

/** A draft. Nothing is sent: a person reads it, fills in its `TODO(…)`s, and sends it. */
export interface Draft extends Outgoing {
	/** Its subject. */
	readonly title: string;
	readonly text: string;
	readonly language: 'markdown' | 'plaintext';
	/** The most severe first. */
	readonly notices: readonly DraftNotice[];
}
