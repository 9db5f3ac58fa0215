import { defineRule } from '../../../engine/rule';
import { declaredField } from '../../../generate/input/declared';
import { duplicates } from '../../../generate/input/duplicates';

export default defineRule({
	summary: 'No two fields of a configuration struct have the same name or attribute',
	title: 'Name used twice',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		field: '`packer-sdc` stops at a second field `{shared}` in `{struct}`, counting squashed ones. Rename or skip one of the fields.',
		attribute: '`packer-sdc` stops at a second attribute `{shared}` in `{struct}`, counting squashed fields. Rename or skip one of them.',
	},

	*check(read) {
		for (const { what, shared, name, struct, origin, first } of read(duplicates)) {
			const found = declaredField(read, origin, name);
			const before = first && declaredField(read, first.origin, first.name);
			const related = before ? [{ at: before.name, message: `\`${first.name}\` comes first` }] : [];
			if (found) yield { at: found.name, message: what, data: { shared, struct }, related };
		}
	},
});
