import type { Recorded } from '../checklist/item';
import type { Report } from '../engine/report';
import type { Target } from '../engine/settings';
import type { Read } from '../facts/core/database';
import { docsPullRequest } from './docsPullRequest';
import { email } from './email/email';
import { integrationRequest } from './integrationRequest';

/** The three drafts: the email that asks for the review, and two ways of registering the documentation. */
export const draftKinds = ['email', 'docs-pr', 'integration-request'] as const;
export type DraftKind = (typeof draftKinds)[number];

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

const makers: Readonly<Record<DraftKind, (read: Read, material: Material) => Draft>> = {
	email,
	'docs-pr': docsPullRequest,
	'integration-request': integrationRequest,
};

/** A draft of a kind, from what is known of a plugin. The same in gives the same out. */
export const draft = (read: Read, kind: DraftKind, material: Material): Draft => makers[kind](read, material);
