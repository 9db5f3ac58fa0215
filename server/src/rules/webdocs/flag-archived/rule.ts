import { defineRule } from '../../../engine/rule';
import { isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { templateArchived } from '../../../facts/webdocs/archived';
import { placeholders } from '../../../facts/webdocs/placeholders';
import { removeLines } from '../../../text/edit';

export default defineRule({
	summary: "The flag archived in metadata.hcl is not the template's",
	title: 'Archived flag from template',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/metadata.hcl',
	messages: { template: "Flag `archived` is still the template's, so the portal shows the plugin as unmaintained. Remove the flag." },

	*check(read) {
		const found = read(templateArchived);
		// webdocs/leftover reports a metadata.hcl with other values of the template.
		if (found === undefined || read(placeholders).length > 0 || read(isUntouchedTemplate)) return;
		const { flags, flag } = found;
		const place = flags.items.length === 1 ? flags.attribute : flag.place;
		const fix = flags.apart || flags.items.length === 1 ? { fix: { title: 'Remove archived', kind: 'offer' as const, edits: [removeLines(place)] } } : {};
		yield { at: flag.place, message: 'template', ...fix };
	},
});
