import { defineRule } from '../../../engine/rule';
import { signing, unsigned } from '../../../facts/release/signing';

export default defineRule({
	summary: 'The checksum file of a release is signed',
	title: 'Checksum file not signed',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	threads: ['https://github.com/vultr/packer-plugin-vultr/issues/111'],
	messages: { unsigned: 'Checksum file is not signed. Packer does not verify signatures, but its documentation has releases signed with a GPG key.' },

	*check(read) {
		const place = read(unsigned);
		if (place === undefined) return;
		const edits = signing(read);
		yield { at: place, message: 'unsigned', ...(edits.length > 0 ? { fix: { title: 'Add GPG signature', kind: 'offer', edits } } : {}) };
	},
});
