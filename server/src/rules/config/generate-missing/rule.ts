import { defineRule } from '../../../engine/rule';
import { generating, ungenerated } from '../../../facts/config/generated';
import type { Read } from '../../../facts/core/database';

export default defineRule({
	summary: 'A go:generate directive names each configuration struct',
	title: 'Generate directive missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		config:
			'A component decodes its configuration into {type}, and no `//go:generate packer-sdc mapstructure-to-hcl2` names it: templates in HCL cannot be read into it.',
		output: 'A data source gives {type}, and no `//go:generate packer-sdc mapstructure-to-hcl2` names it: HCL cannot tell what is in it.',
	},

	*check(read) {
		for (const found of read(ungenerated)) {
			const { type, role } = found;
			yield {
				at: type.place,
				message: role,
				data: { type: type.type },
				fix: { title: `Generate code for ${type.type}`, kind: 'safe', edits: (read: Read) => generating(read, found) },
			};
		}
	},
});
