import type { Read } from '../facts/core/database';
import { docsPullRequest } from './docsPullRequest';
import { email, outgoingEmail } from './email/email';
import { integrationRequest, outgoingRequest } from './integrationRequest';
import type { Draft, DraftKind, Material, Outgoing } from './material';

export type { DraftKind } from './material';

/** The kinds of drafts: the email that asks for the review, and two ways of registering the documentation. */
export const draftKinds = ['email', 'docs-pr', 'integration-request'] as const satisfies readonly DraftKind[];

const makers: Readonly<Record<DraftKind, (read: Read, material: Material) => Draft>> = {
	email,
	'docs-pr': docsPullRequest,
	'integration-request': integrationRequest,
};

/** A draft of a kind, from what is known of a plugin. The same input gives the same draft. */
export const draft = (read: Read, kind: DraftKind, material: Material): Draft => makers[kind](read, material);

/** Where the text of a draft goes after a person has edited it. */
export function outgoing(read: Read, kind: DraftKind, text: string, material: Material): Outgoing {
	if (kind === 'email') return outgoingEmail(read, text, material);
	return kind === 'integration-request' ? outgoingRequest(read, text) : {};
}
