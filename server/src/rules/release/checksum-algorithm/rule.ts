import { defineRule } from '../../../engine/rule';
import { checksumDefect } from '../../../facts/release/archiveDefects';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'A release has one checksum file, with SHA-256 sums',
	title: 'Checksums unusable',
	titles: { disabled: 'Checksum file turned off' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	messages: {
		algorithm: 'Checksums would be {said}, and `packer init` only knows `sha256`.',
		split: '`split: true` makes a checksum file for each archive. `packer init` needs one file with all of them.',
		disabled: '`disable: true` leaves out the checksum file, without which `packer init` finds nothing to install.',
	},

	*check(read) {
		const defect = read(checksumDefect);
		if (defect === undefined) return;
		const { kind, said, place, right } = defect;
		yield { at: place, message: kind, data: { said }, fix: { title: `Set ${right}`, kind: 'safe', edits: [replace(place, right)] } };
	},
});
