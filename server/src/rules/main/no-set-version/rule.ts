import { defineRule } from '../../../engine/rule';
import { entry } from '../../../facts/entry';
import { goFile } from '../../../facts/go';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The plugin sets its version before it runs',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/cmd/packer-sdc/internal/plugin-check/cmd.go',
	messages: { missing: 'This plugin set is never given a version: `describe` reports none, and `packer plugins install` refuses the plugin.' },

	*check(read) {
		for (const { path, call } of read(entry)?.sets ?? []) {
			const file = read(goFile, path);
			if (file === undefined || file.problems.length > 0) continue;
			if (!file.calls.some(c => c.callee.text.endsWith('.SetVersion'))) yield { at: at(path, call.node), message: 'missing' };
		}
	},
});
