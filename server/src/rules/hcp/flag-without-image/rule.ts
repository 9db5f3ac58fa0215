import { defineRule } from '../../../engine/rule';
import { artifactsKnown } from '../../../facts/hcp/givers';
import { imageSources, mayGiveElsewhere } from '../../../facts/hcp/support';
import { registrations } from '../../../facts/plugin/registrations';
import { isScaffolding, isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { metadata } from '../../../facts/webdocs/metadata';
import { removeLines, replace } from '../../../text/edit';

export default defineRule({
	summary: 'A plugin with the flag hcp-ready describes its images to HCP Packer',
	title: 'HCP flag without image metadata',
	severity: 'warning',
	severities: { none: 'info' },
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/hcp-support',
	threads: [
		'https://github.com/hashicorp/packer-plugin-docker/pull/170',
		'https://github.com/hashicorp/packer/pull/11914',
		'https://github.com/mondoohq/packer-plugin-cnspec/issues/27',
		'https://github.com/rgl/packer-plugin-windows-update/issues/107',
		'https://github.com/vmware/packer-plugin-vsphere/pull/308',
	],
	messages: {
		none: 'Flag `hcp-ready` is set, but the plugin has no builder or post-processor, so it gives HCP Packer no images. Remove the flag.',
		code: 'Flag `hcp-ready` is set, but no artifact answers for `registryimage.ArtifactStateURI`. Remove the flag, or add image metadata.',
	},

	*check(read) {
		const flags = read(metadata)?.flags;
		const flag = flags?.items.find(({ value }) => value === 'hcp-ready');
		const all = read(registrations);
		if (flags === undefined || flag === undefined || all.length === 0 || read(isScaffolding) || read(isUntouchedTemplate)) return;
		if (read(imageSources).length > 0 || read(mayGiveElsewhere)) return;
		const makes = all.some(({ kind }) => kind === 'builder' || kind === 'post-processor');
		if (makes && !read(artifactsKnown)) return;
		const kept = flags.items.filter(item => item !== flag).map(({ value }) => `"${value}"`);
		const edits =
			flags.apart && kept.length > 0
				? [removeLines(flag.place)]
				: kept.length > 0
					? [replace(flags.list, `[${kept.join(', ')}]`)]
					: [removeLines(flags.attribute)];
		yield { at: flag.place, message: makes ? 'code' : 'none', fix: { title: 'Remove hcp-ready', kind: 'offer', edits } };
	},
});
