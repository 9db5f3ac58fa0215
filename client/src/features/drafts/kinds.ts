import type { DraftRequest } from '../../../../server/src/protocol';

export type DraftKind = DraftRequest['kind'];

/** What a draft is called in its tab, before the plugin's name. The conditions of the menus in the manifest know the drafts by these words. */
export const nouns: Readonly<Record<DraftKind, string>> = {
	email: 'Review email',
	'docs-pr': 'Documentation pull request',
	'integration-request': 'Integration request',
};
