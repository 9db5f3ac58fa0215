import { defineRule } from '../../../engine/rule';
import { wrongSources } from '../../../facts/docs/sources';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The documentation says how to install this very plugin',
	title: 'Plugin source address',
	titles: {
		placeholder: 'Plugin source from template',
		prefix: 'Plugin source with prefix',
		other: 'Plugin source differs',
		prerelease: 'Prerelease in version constraint',
	},
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: {
		placeholder: '“{said}” is the example of the template: whoever copies this installs nothing, or another plugin.',
		prefix: 'A source has no `packer-plugin-` in it: Packer refuses “{said}”.',
		other: '“{said}” is another repository than this plugin is in: Packer would look for releases there.',
		prerelease: 'Packer refuses a version constraint that names a pre-release, as “{said}” does.',
	},

	*check(read) {
		for (const { wrong, said, wanted } of read(wrongSources)) {
			const fix = wanted === undefined ? {} : { fix: { title: `Write ${wanted}`, kind: 'safe' as const, edits: [replace(said.place, wanted)] } };
			yield { at: said.place, message: wrong, data: { said: said.text }, ...fix };
		}
	},
});
