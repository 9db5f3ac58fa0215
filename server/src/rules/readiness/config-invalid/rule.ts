import { defineRule } from '../../../engine/rule';
import { settingsFile, settingsPath } from '../../../facts/readiness/settings';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The settings in .packer-readiness.yml are valid',
	title: 'Invalid setting',
	titles: {
		syntax: 'Invalid YAML in settings',
		key: 'Unknown setting',
		rule: 'Setting for unknown rule',
		severity: 'Invalid severity',
		target: 'Invalid target',
		option: 'Unknown option',
		type: 'Option of wrong type',
	},
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: {
		syntax: 'This is no valid YAML: {said}. What cannot be read is not obeyed.',
		shape: 'A mapping is expected as {said}; this is not obeyed.',
		key: 'There is no setting `{said}`: the file has `target` and `rules`, and a rule has `severity`, `reason` and `options`.',
		rule: 'There is no rule `{said}`, so this changes nothing.',
		severity: '`{said}` is no severity: it is one of off, error, warning and info. The rule keeps its own.',
		target: '`{said}` is no target: it is partner or community. The plugin is checked as a partner’s.',
		option: 'The rule has no option `{said}`, so it changes nothing. The rule has {wanted}.',
		type: 'The option `{said}` must be {wanted}. The rule uses its default.',
	},

	*check(read) {
		for (const { kind, said, wanted = '', node } of read(settingsFile)?.problems ?? [])
			yield { at: at(settingsPath, node), message: kind, data: { said, wanted } };
	},
});
