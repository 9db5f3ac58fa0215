import { defineRule } from '../../../engine/rule';
import { missingVersion } from '../../../facts/release/goreleaser/deprecated';

export default defineRule({
	summary: 'The GoReleaser config is marked as version 2',
	title: 'Config version not set',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://goreleaser.com/blog/goreleaser-v2/',
	threads: ['https://github.com/hashicorp/packer-plugin-scaffolding/pull/113'],
	messages: {
		missing: 'Config lacks `version: 2`. GoReleaser 2 warns in every release, and rejects the config once it has an unknown option.',
		other: 'Config says `version: {version}`. GoReleaser 2 warns in every release, and rejects the config once it has an unknown option.',
	},

	*check(read) {
		const missing = read(missingVersion);
		if (missing === undefined) return;
		const { place, version, edits } = missing;
		yield {
			at: place,
			message: version === undefined ? 'missing' : 'other',
			data: { version: version ?? '' },
			fix: { title: 'Set version: 2', kind: 'safe', edits },
		};
	},
});
