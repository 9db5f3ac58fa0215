import { defineRule } from '../../../engine/rule';
import { nameNode } from '../../../facts/config/fields';
import type { Read } from '../../../facts/core/database';
import { directives } from '../../../facts/generated/directives';
import { describing } from '../../../generate/markdown/describing';
import { undescribedIn } from '../../../generate/markdown/undescribed';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Fields of documented configuration structs have comments above them',
	title: 'Option without description',
	titles: {
		todo: 'Option missing from documentation',
		todos: 'Options missing from documentation',
		trailing: 'Comment behind field',
		trailings: 'Comments behind fields',
	},
	severity: 'info',
	severities: { todo: 'warning', todos: 'warning' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/cmd/packer-sdc/internal/struct-markdown',
	threads: ['https://github.com/hashicorp/packer/pull/10265', 'https://github.com/hashicorp/packer/pull/5842'],
	messages: {
		missing: '`{field}` has no comment above it, so the documentation describes it as `{words}`. Write one.',
		missings: '{count} fields of `{struct}` have no comments above them, so the documentation only repeats their names. Write comments.',
		trailing: 'The comment behind `{field}` is not in the documentation, which takes comments above fields. Move it there.',
		trailings: 'Comments behind {count} fields of `{struct}` are not in the documentation, which takes comments above fields. Move them there.',
		todo: '`{field}` has `TODO` in its comment, so `packer-sdc` leaves it out of the documentation. Remove the word.',
		todos: '{count} fields of `{struct}` have `TODO` in their comments, so `packer-sdc` leaves them out of the documentation. Remove the word.',
	},

	*check(read) {
		const sources = new Set(read(directives).flatMap(({ path, command }) => (command === 'struct-markdown' ? [path] : [])));
		for (const found of [...sources].flatMap(path => read(undescribedIn, path))) {
			const { path, type, why, fields } = found;
			const places = fields.map(({ field, words }) => ({ name: field.names[0] as string, words, at: at(path, nameNode(field), type.decl) }));
			const [first, ...others] = places;
			if (first === undefined) continue;
			const canMove =
				why === 'trailing' &&
				fields.every(({ comment }) => comment.length === 1 && comment[0]?.startsWith('// ')) &&
				!type.fields?.some(({ written }) => written.includes('\n'));
			const fix = { title: `Move comment${others.length > 0 ? 's' : ''} above`, kind: 'offer' as const, edits: (read: Read) => describing(read, found) };
			yield {
				at: first.at,
				message: others.length > 0 ? (`${why}s` as const) : why,
				data: { field: first.name, words: first.words, count: String(places.length), struct: type.name },
				related: others.map(({ at, name }) => ({ at, message: said[why].replace('{field}', name) })),
				...(canMove ? { fix } : {}),
			};
		}
	},
});

/** What is said of the other fields of a struct. */
const said = {
	missing: '`{field}` has no comment above it',
	trailing: 'The comment of `{field}` stands behind it',
	todo: '`{field}` has `TODO` in its comment',
};
