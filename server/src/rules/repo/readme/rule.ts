import { defineRule } from '../../../engine/rule';
import { repository } from '../../../facts/core/inputs';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { registrations } from '../../../facts/plugin/registrations';
import { readmeGap } from '../../../facts/repo/readme';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The repository has a README that says how to install the plugin',
	title: 'README without installation',
	titles: { missing: 'README missing' },
	severity: 'info',
	severities: { missing: 'warning' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding#readme',
	messages: {
		missing: 'README is missing, where users look for what the plugin does and how to install it.',
		install: '`{path}` shows neither `required_plugins` nor `packer plugins install`. Show how Packer installs the plugin.',
	},

	*check(read) {
		const gap = read(readmeGap);
		if (gap === undefined || !read(isPlugin) || read(registrations).length === 0 || read(repository).subdirectory !== '') return;
		if (gap.lacks === 'missing') yield { at: read(anchor), message: 'missing' };
		else yield { at: at(gap.path), message: 'install', data: { path: gap.path } };
	},
});
