import { defineRule } from '../../../engine/rule';
import { idlePluginCheck } from '../../../facts/release/pluginCheck';

export default defineRule({
	summary: 'The plugin is checked with packer-sdc before a release',
	title: 'Plugin check not run',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/vultr/packer-plugin-vultr/issues/177',
	threads: ['https://github.com/hashicorp/packer/pull/10322', 'https://github.com/vmware/packer-plugin-vmware/pull/50'],
	messages: { idle: 'No workflow and no GoReleaser hook runs `plugin-check`. Run it before a release is published.' },

	*check(read) {
		const target = read(idlePluginCheck);
		if (target !== undefined) yield { at: target, message: 'idle' };
	},
});
