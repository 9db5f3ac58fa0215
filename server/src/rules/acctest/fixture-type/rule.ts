import { defineRule } from '../../../engine/rule';
import { strangers } from '../../../facts/acctest/strangers';
import { words } from '../../../facts/plugin/words';

export default defineRule({
	summary: 'Fixtures of acceptance tests use only components that the plugin registers',
	title: 'Unregistered type in fixture',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin_discover.go',
	messages: {
		unregistered: 'The plugin registers no {kind} `{type}`, so `packer build` fails on this fixture.',
		template: "{Kind} `{type}` is the template's, so this fixture does not test this plugin.",
	},

	*check(read) {
		for (const { kind, type, place, others } of read(strangers)) {
			const related = others.map(at => ({ at, message: 'Also here' }));
			yield { at: place, message: type.startsWith('scaffolding-') ? 'template' : 'unregistered', data: { ...words[kind], type }, related };
		}
	},
});
