import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { directives } from '../../../facts/generated/directives';
import { groupedIn, ungrouping } from '../../../generate/markdown/grouped';

export default defineRule({
	summary: 'Documented configuration structs are declared on their own',
	title: 'Struct in group of types',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/cmd/packer-sdc/internal/struct-markdown',
	messages: {
		unread: '`{struct}` is not the first type of its group, so `packer-sdc` generates no documentation of its options. Declare it on its own.',
	},

	*check(read) {
		const sources = new Set(read(directives).flatMap(({ path, command }) => (command === 'struct-markdown' ? [path] : [])));
		for (const group of [...sources].flatMap(path => read(groupedIn, path))) {
			const [first, ...others] = group.unread;
			if (first === undefined) continue;
			const fix = { title: 'Declare types on their own', kind: 'offer' as const, edits: (read: Read) => ungrouping(read, group) };
			const related = others.map(({ place, name }) => ({ at: place, message: `The options of \`${name}\` are not documented, either` }));
			yield { at: first.place, message: 'unread', data: { struct: first.name }, related, fix };
		}
	},
});
