import { defineRule } from '../../../engine/rule';
import { root } from '../../../facts/release/config';
import { versionEdits } from '../../../facts/release/goreleaser/corrections';
import { lacksVersion } from '../../../facts/release/goreleaser/deprecated';
import { asScalar, get } from '../../../syntax/yaml/lookup';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The GoReleaser config is marked as version 2',
	title: 'Config version not set',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://goreleaser.com/blog/goreleaser-v2/',
	messages: {
		missing: 'Config lacks `version: 2`. GoReleaser 2 warns in every release, and rejects the config once it has an unknown option.',
		other: 'Config says `version: {version}`. GoReleaser 2 warns in every release, and rejects the config once it has an unknown option.',
	},

	*check(read) {
		const config = read(root);
		if (!read(lacksVersion) || config?.value.kind !== 'map') return;
		const { path, value } = config;
		const scalar = asScalar(get(value, 'version'));
		const version = scalar && at(path, scalar.node);
		yield {
			at: version ?? at(path),
			message: version ? 'other' : 'missing',
			data: { version: scalar?.text ?? '' },
			fix: { title: 'Set version: 2', kind: 'safe', edits: versionEdits(path, value, version) },
		};
	},
});
