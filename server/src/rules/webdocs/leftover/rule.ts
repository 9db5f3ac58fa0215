import { defineRule } from '../../../engine/rule';
import { placeholders } from '../../../facts/webdocs/placeholders';
import { removeLines, replace } from '../../../text/edit';

export default defineRule({
	summary: 'Nothing of the template is left in metadata.hcl',
	title: 'Template value in metadata.hcl',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: { leftover: '`{name}` is still that of the template: “{said}” would be published as it stands.' },

	*check(read) {
		for (const { name, value, wanted, surplus } of read(placeholders)) {
			const edit =
				wanted !== undefined
					? { title: `Write “${wanted}”`, edits: [replace(value.place, wanted)] }
					: surplus && { title: 'Remove this component', edits: [removeLines(surplus)] };
			yield { at: value.place, message: 'leftover', data: { name, said: value.value }, ...(edit ? { fix: { ...edit, kind: 'offer' } } : {}) };
		}
	},
});
