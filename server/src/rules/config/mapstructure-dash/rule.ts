import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { faultsOf, placesOf } from '../../../generate/input/groups';
import { skipping } from '../../../generate/input/skipping';

export default defineRule({
	summary: 'Fields that are not decoded are skipped in the HCL2 spec, too',
	title: 'Attribute named -',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		dash: '`packer-sdc` takes `-` for the name of `{field}`, and adds it to the HCL2 spec. Add `mapstructure-to-hcl2:",skip"`.',
	},

	*check(read) {
		for (const group of read(faultsOf, 'dash'))
			for (const { field, name, tag, fault } of placesOf(read, group)) {
				const fix = { title: 'Remove field from HCL2 spec', kind: 'safe' as const, edits: (read: Read) => skipping(read, [fault]) };
				const canSkip = field.names.length < 2 && field.quotedTag === undefined;
				yield { at: tag ?? name, message: 'dash', data: { field: fault.name }, ...(canSkip ? { fix } : {}) };
			}
	},
});
