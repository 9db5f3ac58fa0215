import { defineRule } from '../../../engine/rule';
import { anchor } from '../../../facts/plugin/anchor';
import { registrations } from '../../../facts/plugin/registrations';
import { hasTemplate } from '../../../facts/repo/examples';

export default defineRule({
	summary: 'The repository has an example template',
	title: 'Example template missing',
	severity: 'info',
	item: 'demo-or-logs',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/tree/main/example',
	threads: [
		'https://github.com/hashicorp/packer-plugin-scaffolding/pull/20',
		'https://github.com/hashicorp/packer-plugin-scaffolding/pull/21',
		'https://github.com/hashicorp/packer/pull/9697',
	],
	messages: { missing: 'Example template is missing. Add one that users can copy, such as `example/build.pkr.hcl`.' },

	*check(read) {
		if (read(registrations).length > 0 && !read(hasTemplate)) yield { at: read(anchor), message: 'missing' };
	},
});
