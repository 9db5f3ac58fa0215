import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { faultsOf, others, placesOf } from '../../../generate/input/groups';
import { skipping } from '../../../generate/input/skipping';
import { spoken } from '../../../generate/stale/drift';

export default defineRule({
	summary: 'Every exported field of a configuration struct has a mapstructure name, or is skipped',
	title: 'Exported field without name',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		input: '{fields} no `mapstructure` name, so every HCL template of the component fails with `unknown configuration key`.',
		block: '{fields} no `mapstructure` name, so HCL templates with a block of `{struct}` fail with `unknown configuration key`.',
	},

	*check(read) {
		for (const group of read(faultsOf, 'unmatched')) {
			const { role, fields } = group;
			const found = placesOf(read, group);
			const [first] = found;
			if (first === undefined || (role !== 'input' && role !== 'block')) continue;
			const named = `${spoken(fields.map(({ name }) => name))} ${fields.length > 1 ? 'have' : 'has'}`;
			const title = fields.length > 1 ? 'Remove fields from HCL2 spec' : 'Remove field from HCL2 spec';
			const canSkip = found.every(({ field }) => field.names.length === 1 && field.quotedTag === undefined);
			const fix = { title, kind: 'offer' as const, edits: (read: Read) => skipping(read, fields) };
			const related = others(found, ({ name, accessor }) => `\`${accessor}\` is not the name of \`${name}\``);
			yield { at: first.name, message: role, data: { fields: named, struct: first.fault.made.name }, related, ...(canSkip ? { fix } : {}) };
		}
	},
});
