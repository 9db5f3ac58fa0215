import { defineRule } from '../../../engine/rule';
import { faultsOf, placesOf } from '../../../generate/input/groups';
import { canUnalias, unaliasing } from '../../../generate/input/unaliasing';
import { failing } from '../../../generate/input/words';

export default defineRule({
	summary: 'Every field of a configuration struct has an HCL type that packer-sdc knows',
	title: 'Field without HCL type',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/vmware/packer-plugin-vsphere/issues/651',
	messages: {
		none: '`packer-sdc` has no HCL type for `{type}`, so {templates} with `null value is not allowed`.',
	},

	*check(read) {
		for (const group of read(faultsOf, 'none')) {
			const { role } = group;
			if (role !== 'input' && role !== 'block') continue;
			for (const { field, type, fault } of placesOf(read, group)) {
				const data = { type: field.type, templates: failing(fault) };
				yield { at: type, message: 'none', data, ...(canUnalias(read, fault) ? unaliasing(fault) : {}) };
			}
		}
	},
});
