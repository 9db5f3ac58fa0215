import { defineRule } from '../../../engine/rule';
import { wrapped } from '../../../facts/release/archiveDefects';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The binary is at the root of its archive',
	title: 'Binary in a directory',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	messages: { wrapped: '`wrap_in_directory: {said}` puts the binary into a directory, and `packer init` only looks at the root of the archive.' },

	*check(read) {
		for (const { place, said } of read(wrapped))
			yield { at: place, message: 'wrapped', data: { said }, fix: { title: 'Use wrap_in_directory: false', kind: 'safe', edits: [replace(place, 'false')] } };
	},
});
