import { defineRule } from '../../../engine/rule';
import { declaredField } from '../../../generate/input/declared';
import { droppedFields } from '../../../generate/input/dropped';

export default defineRule({
	summary: 'The tags of configuration structs are well formed',
	title: 'Struct tag malformed',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://go.dev/ref/spec#Struct_types',
	messages: { tag: '`packer-sdc` cannot read the tag of `{field}`, so the HCL2 spec lacks the field. Write pairs of `key:"value"` with a space between.' },

	*check(read) {
		for (const { why, name, origin } of read(droppedFields)) {
			const found = why === 'tag' ? declaredField(read, origin, name) : undefined;
			if (found) yield { at: found.tag ?? found.name, message: 'tag', data: { field: name } };
		}
	},
});
