import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { faultsOf, placesOf } from '../../../generate/input/groups';
import { squashing } from '../../../generate/input/squashing';

export default defineRule({
	summary: 'Structs that a configuration struct embeds are squashed',
	title: 'Embedded struct not squashed',
	severity: 'error',
	severities: { nested: 'warning' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		input: '`{type}` is embedded without `squash`, so every HCL template of the component fails with `unknown configuration key`.',
		block: '`{type}` is embedded without `squash`, so HCL templates with a block of `{struct}` fail with `unknown configuration key`.',
		nested: '`{type}` is embedded without `squash`, so templates must set its options in a block `{accessor}`. Tag it with `mapstructure:",squash"`.',
	},

	*check(read) {
		for (const group of read(faultsOf, 'embedded')) {
			if (group.role !== 'input' && group.role !== 'block') continue;
			for (const { field, type, fault } of placesOf(read, group)) {
				const message = fault.name.toLowerCase() === fault.accessor ? 'nested' : group.role;
				const fix = { title: 'Add squash tag', kind: 'offer' as const, edits: (read: Read) => squashing(read, fault) };
				const canSquash = !field.type.startsWith('*') && field.quotedTag === undefined && !/\bmapstructure:/.test(field.tag ?? '');
				const data = { type: field.type, struct: fault.made.name, accessor: fault.accessor };
				yield { at: type, message, data, ...(canSquash ? { fix } : {}) };
			}
		}
	},
});
