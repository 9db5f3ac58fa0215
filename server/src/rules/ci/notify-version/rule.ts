import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { oddVersions } from '../../../facts/webdocs/notifyVersion';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Workflows give the integrations portal a version without a leading v',
	title: 'Notification version',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.github/workflows/notify-integration-release-via-tag.yaml',
	messages: {
		tag: '`release_version` is the tag with its `v`, but the portal lists versions as `1.2.3`. Remove the `v` in a step before this one.',
		reference: '`release_version` is a Git reference, as `refs/tags/v1.2.3` is. The portal lists versions as `1.2.3`.',
		literal: '`release_version` is `{version}`, but the portal lists versions without a `v`.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { kind, place, text } of read(oddVersions)) {
			const version = text.slice(1);
			const fix = kind === 'literal' ? { fix: { title: `Change to ${version}`, kind: 'offer' as const, edits: [replace(place, version)] } } : {};
			yield { at: place, message: kind, data: { version: text }, ...fix };
		}
	},
});
