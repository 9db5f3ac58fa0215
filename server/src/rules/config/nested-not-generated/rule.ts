import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { faultsOf, placesOf } from '../../../generate/input/groups';
import { skipping } from '../../../generate/input/skipping';

export default defineRule({
	summary: 'Structs of other modules that are fields have a Flat type',
	title: 'Flat type missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		field: '`{type}` has no Flat type, so the code that `packer-sdc` generates for `{field}` does not compile. Do not export it, or skip it.',
		embedded: '`{type}` has no Flat type, so the code that `packer-sdc` generates does not compile. Tag it with `mapstructure:",squash"`.',
	},

	*check(read) {
		for (const group of read(faultsOf, 'flatless'))
			for (const { field, type, fault } of placesOf(read, group)) {
				const fix = { title: 'Remove field from HCL2 spec', kind: 'offer' as const, edits: (read: Read) => skipping(read, [fault]) };
				const embedded = field.names.length === 0;
				const canSkip = field.names.length === 1 && field.quotedTag === undefined;
				const data = { type: field.type.replace(/^[*[\]]+/, ''), field: fault.name };
				yield { at: type, message: embedded ? 'embedded' : 'field', data, ...(canSkip ? { fix } : {}) };
			}
	},
});
