import { defineRule } from '../../../engine/rule';
import { faultsOf, placesOf } from '../../../generate/input/groups';
import { canUnalias, unaliasing } from '../../../generate/input/unaliasing';
import { omitting } from '../../../generate/input/words';

export default defineRule({
	summary: 'Templates can leave out every attribute of a configuration struct',
	title: 'Attribute that takes no null',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/vmware/packer-plugin-vsphere/issues/651',
	messages: {
		alias: '`packer-sdc` makes no pointer of the alias `{type}`, so {templates} that leave out `{attribute}` fail with `null value is not allowed`.',
	},

	*check(read) {
		for (const group of read(faultsOf, 'required')) {
			const { role } = group;
			if (role !== 'input' && role !== 'block') continue;
			for (const { field, type, fault } of placesOf(read, group)) {
				const data = { type: field.type, attribute: fault.accessor, templates: omitting(fault) };
				yield { at: type, message: 'alias', data, ...(canUnalias(read, fault) ? unaliasing(fault) : {}) };
			}
		}
	},
});
