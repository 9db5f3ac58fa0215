import { defineRule } from '../../../engine/rule';
import { imageMakers } from '../../../facts/hcp/making';
import { metadata } from '../../../facts/webdocs/metadata';
import { insertLineAfter, replace } from '../../../text/edit';

export default defineRule({
	summary: 'A plugin that describes its images to HCP Packer has the flag hcp-ready',
	title: 'HCP flag missing',
	severity: 'info',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/integration-template#valid-flags',
	threads: ['https://github.com/hashicorp/packer-plugin-docker/pull/170', 'https://github.com/vmware/packer-plugin-vsphere/pull/308'],
	messages: { missing: 'Plugin gives HCP Packer image metadata, but `metadata.hcl` has no flag `hcp-ready`. Add it once builds with HCP Packer are tested.' },

	*check(read) {
		const file = read(metadata);
		const [first, ...others] = read(imageMakers);
		if (file?.identifier === undefined || first === undefined || file.flags?.items.some(({ value }) => value === 'hcp-ready' || value === 'archived')) return;
		const items = [...(file.flags?.items ?? []).map(({ value }) => `"${value}"`), '"hcp-ready"'];
		const edits = file.flags ? [replace(file.flags.list, `[${items.join(', ')}]`)] : [insertLineAfter(file.identifier.place, 'flags = ["hcp-ready"]')];
		yield {
			at: file.flags?.list ?? file.header,
			message: 'missing',
			related: [first, ...others].map(at => ({ at, message: 'Image metadata for HCP Packer' })),
			...(file.oneLine ? {} : { fix: { title: 'Add hcp-ready', kind: 'offer' as const, edits } }),
		};
	},
});
