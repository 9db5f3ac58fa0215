import { defineRule } from '../../../engine/rule';
import { stamp, unstamped } from '../../../facts/release/unstamped';

export default defineRule({
	summary: 'Linker flags give a release its version',
	title: 'Release version not set',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	threads: [
		'https://github.com/YaleUniversity/packer-plugin-goss/issues/90',
		'https://github.com/huaweicloud/packer-plugin-huaweicloud/issues/111',
		'https://github.com/martinbaillie/packer-plugin-ami-copy/pull/120',
		'https://github.com/vatesfr/packer-plugin-xenserver/pull/136',
	],
	messages: {
		prerelease: 'Linker flags do not set the version. Release 1.2.3 reports `{version}`, which `packer init` rejects.',
		stuck: 'Linker flags do not set the version. Every release reports `{version}`, so `packer init` rejects all others.',
	},

	*check(read) {
		const found = read(unstamped);
		if (found === undefined) return;
		const { place, reported } = found;
		const edits = stamp(read, found);
		yield {
			at: place,
			message: reported.kind === 'stuck' ? 'stuck' : 'prerelease',
			data: { version: reported.text },
			...(edits ? { fix: { title: 'Set version with linker flags', kind: 'safe' as const, edits } } : {}),
		};
	},
});
