import { defineRule } from '../../../engine/rule';
import { faultsOf, placesOf } from '../../../generate/input/groups';

export default defineRule({
	summary: 'Maps in configuration structs have strings as keys and values',
	title: 'Map that HCL cannot set',
	severity: 'error',
	severities: { untagged: 'warning' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		tagged: '`{attribute}` cannot have entries in HCL templates: `packer-sdc` makes it a map of strings, which is not decoded into `{type}`.',
		untagged: '`{attribute}` cannot have entries in HCL templates: `{type}` takes no strings. Tag `{field}` with `mapstructure-to-hcl2:",skip"`.',
	},

	*check(read) {
		for (const group of read(faultsOf, 'map')) {
			if (group.role !== 'input' && group.role !== 'block') continue;
			for (const { field, type, fault } of placesOf(read, group)) {
				const message = /\bmapstructure:"[^",]/.test(field.tag ?? '') ? 'tagged' : 'untagged';
				yield { at: type, message, data: { attribute: fault.accessor, field: fault.name, type: field.type } };
			}
		}
	},
});
