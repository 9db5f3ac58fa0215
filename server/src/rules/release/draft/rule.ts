import { defineRule } from '../../../engine/rule';
import { lastingDraft } from '../../../facts/release/drafts';

export default defineRule({
	summary: 'Releases are published without a person having to',
	title: 'Release stays a draft',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://goreleaser.com/customization/release/',
	messages: { draft: 'Every release stays a draft until somebody publishes it. `packer init` cannot install its version before.' },

	*check(read) {
		const place = read(lastingDraft);
		if (place !== undefined) yield { at: place, message: 'draft' };
	},
});
