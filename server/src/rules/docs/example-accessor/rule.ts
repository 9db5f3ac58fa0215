import { defineRule } from '../../../engine/rule';
import { wrongAccessors } from '../../../facts/docs/accessors';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Examples require the plugin by the name that their types begin with',
	title: 'Plugin required by other name',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/packer#specifying-plugin-requirements',
	messages: {
		used: '`{said}` names the plugin in this template, so its `version` does not hold for `{used}`, which Packer before 1.11 does not know. Use `{wanted}`.',
		placeholder: "`{said}` is still the template's name in `required_plugins`, and the types of the plugin do not begin with it. Use `{wanted}`.",
	},

	*check(read) {
		if (!read(isPlugin)) return;
		for (const message of ['used', 'placeholder'] as const) {
			const found = read(wrongAccessors).filter(({ used }) => (message === 'used') === (used !== undefined));
			const [first, ...others] = found;
			if (first === undefined) continue;
			const { said, used, wanted } = first;
			yield {
				at: said.place,
				message,
				data: { said: said.text, wanted, used: used ?? '' },
				related: others.map(({ said }) => ({ at: said.place, message: `Also \`${said.text}\`` })),
				fix: { title: `Replace with ${wanted}`, kind: 'safe', edits: found.map(({ said }) => replace(said.place, wanted)) },
			};
		}
	},
});
