import { defineRule } from '../../../engine/rule';
import { addKey, addSection, sectionOf, setTemplate } from '../../../facts/release/edits';
import { checksumName } from '../../../facts/release/names';
import { rightChecksum } from '../../../facts/release/rightNames';

export default defineRule({
	summary: 'The checksum file of a release has the name that Packer requires',
	title: 'Checksum file name',
	titles: { default: 'Checksum file name not set' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/github/getter.go',
	threads: ['https://github.com/solo-io/packer-plugin-arm-image/issues/116'],
	messages: {
		wrong: 'Checksum file would be `{name}`, but `packer init` requires `{expected}`.',
		default: 'Without `checksum.name_template`, the checksum file is `{name}`. `packer init` requires `{expected}`.',
	},

	*check(read) {
		const name = read(checksumName);
		if (name?.verdict !== 'wrong') return;
		const { template, text, expected } = name;
		yield {
			at: template.place,
			message: template.scalar ? 'wrong' : 'default',
			data: { name: text, expected },
			fix: {
				title: 'Set checksum file name',
				kind: 'safe',
				edits: read => {
					const { path } = template.place;
					if (template.scalar) return setTemplate(read, template, rightChecksum(read));
					const section = sectionOf(read, 'checksum');
					if (section) return addKey(read, path, section, 'name_template', rightChecksum(read));
					return addSection(read, path, `checksum:\n  name_template: '${rightChecksum(read)}'\n`);
				},
			},
		};
	},
});
