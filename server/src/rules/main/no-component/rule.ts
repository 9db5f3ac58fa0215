import { defineRule } from '../../../engine/rule';
import { placeOf } from '../../../facts/go/body';
import { entry, isEntryBroken, isSetHandedOut } from '../../../facts/plugin/entry';
import { registrations } from '../../../facts/plugin/registrations';

export default defineRule({
	summary: 'The plugin registers at least one component',
	title: 'No component registered',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/cmd/packer-sdc/internal/plugincheck/cmd.go',
	messages: {
		none: 'Plugin set registers no component, so `packer-sdc plugin-check` rejects the plugin. Call `RegisterBuilder` or a similar method before `Run`.',
	},

	*check(read) {
		const [set] = read(entry)?.sets ?? [];
		if (set === undefined || read(registrations).length > 0 || read(isEntryBroken) || read(isSetHandedOut)) return;
		yield { at: placeOf(set, set.x), message: 'none' };
	},
});
