import { defineRule } from '../../../engine/rule';
import { unzipped, zipEdits } from '../../../facts/release/archiveDefects';

export default defineRule({
	summary: 'The archives of a release are zip files',
	title: 'Archive not a zip',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	messages: {
		format: 'Archives would be `{format}` files, and `packer init` only opens zip files.',
		standard: 'Archives would be `{format}` files, which is the default of GoReleaser. `packer init` only opens zip files.',
	},

	*check(read) {
		const [first, ...others] = read(unzipped);
		if (first === undefined) return;
		yield {
			at: first.place,
			message: first.standard ? 'standard' : 'format',
			data: { format: first.said },
			related: others.map(({ place, said }) => ({ at: place, message: `\`${said}\` here, too` })),
			fix: { title: 'Use zip', kind: 'safe', edits: zipEdits },
		};
	},
});
