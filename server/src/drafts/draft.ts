import type { Read } from '../facts/core/database';
import { docsPullRequest } from './docsPullRequest';
import { email } from './email/email';
import { integrationRequest } from './integrationRequest';
import type { Draft, Material } from './material';

/** The three drafts: the email that asks for the review, and two ways of registering the documentation. */
export const draftKinds = ['email', 'docs-pr', 'integration-request'] as const;
export type DraftKind = (typeof draftKinds)[number];

const makers: Readonly<Record<DraftKind, (read: Read, material: Material) => Draft>> = {
	email,
	'docs-pr': docsPullRequest,
	'integration-request': integrationRequest,
};

/** A draft of a kind, from what is known of a plugin. The same in gives the same out. */
export const draft = (read: Read, kind: DraftKind, material: Material): Draft => makers[kind](read, material);
