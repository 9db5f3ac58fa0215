import { defineRule } from '../../../engine/rule';
import { declaredField } from '../../../generate/input/declared';
import { droppedFields } from '../../../generate/input/dropped';

export default defineRule({
	summary: 'Squashed fields are structs, not pointers',
	title: 'Pointer squashed',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: { pointer: '`packer-sdc` squashes structs only, so HCL templates cannot set the attributes of `{type}`. Remove the pointer.' },

	*check(read) {
		for (const { why, name, origin } of read(droppedFields)) {
			const found = why === 'squash' ? declaredField(read, origin, name) : undefined;
			if (found) yield { at: found.type, message: 'pointer', data: { type: found.field.type } };
		}
	},
});
