import { defineRule } from '../../../engine/rule';
import { versionBehindTag } from '../../../facts/release/versionDrift';

export default defineRule({
	summary: 'The version in the source is not before the newest release',
	title: 'Version behind newest tag',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	threads: [
		'https://github.com/YaleUniversity/packer-plugin-goss/issues/90',
		'https://github.com/huaweicloud/packer-plugin-huaweicloud/issues/111',
		'https://github.com/martinbaillie/packer-plugin-ami-copy/pull/120',
		'https://github.com/vatesfr/packer-plugin-xenserver/pull/136',
	],
	messages: { behind: 'Source says version `{version}` after tag `{tag}`, and nothing sets another one. `packer init` skips a release that reports it.' },

	*check(read) {
		const found = read(versionBehindTag);
		if (found !== undefined) yield { at: found.place, message: 'behind', data: { version: found.version, tag: found.tag } };
	},
});
