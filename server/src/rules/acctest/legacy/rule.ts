import { defineRule } from '../../../engine/rule';
import { legacyImports } from '../../../facts/acctest/legacy';

export default defineRule({
	summary: 'Acceptance tests have Packer start the plugin',
	title: 'Test outside of Packer',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/acctest/pluginacc.go',
	threads: ['https://github.com/hashicorp/packer/pull/10878'],
	messages: {
		legacy: "`{path}` runs components within the test, not as the plugin that Packer starts. Use the SDK's `acctest.TestPlugin`.",
	},

	*check(read) {
		const [first, ...others] = read(legacyImports);
		if (first === undefined) return;
		const related = others.map(({ place, path }) => ({ at: place, message: `\`${path}\` is imported here, too` }));
		yield { at: first.place, message: 'legacy', data: { path: first.path }, related };
	},
});
