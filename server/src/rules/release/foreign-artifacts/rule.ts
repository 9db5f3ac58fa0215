import { defineRule } from '../../../engine/rule';
import { foreignFiles } from '../../../facts/release/foreign';

export default defineRule({
	summary: 'The checksum file lists archives of the plugin only',
	title: 'Other files in checksums',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	messages: {
		one: 'Packer cannot read the name `{name}` in the checksum file, and lists an error for it when an installation fails.',
		several: 'Packer cannot read the names of `{name}` and {count} more in the checksum file, and lists errors for them when an installation fails.',
	},

	*check(read) {
		const [first, ...others] = read(foreignFiles);
		if (first === undefined) return;
		yield { at: first.place, message: others.length === 0 ? 'one' : 'several', data: { name: first.name, count: String(others.length) } };
	},
});
