import { defineRule } from '../../../engine/rule';
import { prereleaseTags } from '../../../facts/ci/prereleaseTags';

export default defineRule({
	summary: 'Workflows do not release prereleases',
	title: 'Prereleases published',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	messages: { pattern: 'Workflow releases prereleases (`{pattern}`). While one is the newest version, `packer plugins install` without a version fails.' },

	*check(read) {
		const [first, ...others] = read(prereleaseTags);
		if (first === undefined) return;
		const related = others.map(({ place }) => ({ at: place, message: 'Another pattern of prereleases' }));
		yield { at: first.place, message: 'pattern', data: { pattern: first.text }, related };
	},
});
