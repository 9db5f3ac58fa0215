import { defineRule } from '../../../engine/rule';
import { isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { templateValues, valueEdits } from '../../../facts/webdocs/templateValues';
import { listed } from '../../../text/listed';

export default defineRule({
	summary: 'metadata.hcl has no values of the template',
	title: 'Template value in metadata.hcl',
	titles: { several: 'Template values in metadata.hcl' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: {
		value: "`{name}` is still the template's `{said}`.",
		several: "{count} values in `metadata.hcl` are still the template's: {names}.",
	},

	*check(read) {
		const values = read(templateValues);
		const [first, ...others] = values;
		if (first === undefined || read(isUntouchedTemplate)) return;
		const edits = valueEdits(values);
		const title = first.wanted !== undefined && others.length === 0 ? `Change to ${first.wanted}` : 'Replace template values';
		yield {
			at: first.value.place,
			message: others.length === 0 ? 'value' : 'several',
			data: { name: first.name, said: first.value.value, count: String(values.length), names: listed([...new Set(values.map(({ name }) => name))]) },
			related: others.map(({ name, value }) => ({ at: value.place, message: `\`${name}\` of the template` })),
			...(edits === undefined ? {} : { fix: { title, kind: 'offer' as const, edits } }),
		};
	},
});
