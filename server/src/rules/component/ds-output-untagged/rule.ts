import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { declaredField } from '../../../generate/input/declared';
import { namingFields, outputs } from '../../../generate/input/outputs';
import { spoken } from '../../../generate/stale/drift';

export default defineRule({
	summary: 'Every field that a data source returns has a mapstructure tag',
	title: 'Output field without tag',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-datasources',
	messages: {
		one: '{fields} has no `mapstructure` tag, so the data source panics when it returns its output.',
		several: '{fields} have no `mapstructure` tags, so the data source panics when it returns its output.',
	},

	*check(read) {
		for (const { untagged } of read(outputs)) {
			const found = untagged.flatMap(one => declaredField(read, one.origin, one.name) ?? []);
			const [first, ...others] = found;
			if (first === undefined || found.length < untagged.length) continue;
			const inOne = untagged.every(({ origin }) => origin.path === untagged[0]?.origin.path && origin.type === untagged[0]?.origin.type);
			const canTag = inOne && found.every(({ field }) => field.names.length === 1 && field.tag === undefined);
			const title = untagged.length > 1 ? 'Add mapstructure tags' : 'Add mapstructure tag';
			const fix = { title, kind: 'safe' as const, edits: (read: Read) => namingFields(read, untagged) };
			yield {
				at: first.name,
				message: untagged.length > 1 ? 'several' : 'one',
				data: { fields: spoken(untagged.map(({ name }) => name)) },
				related: others.map(({ name }) => ({ at: name, message: 'This field has no tag, either' })),
				...(canTag ? { fix } : {}),
			};
		}
	},
});
