import { defineRule } from '../../../engine/rule';
import { goFile, goSources, goTests, hcl2Specs, isBroken } from '../../../facts/go';
import { isPlugin } from '../../../facts/plugin';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every Go file can be parsed',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://go.dev/ref/spec',
	messages: { broken: 'This is not Go: the plugin does not build, and the rules that need this file say nothing until it does.' },

	*check(read) {
		if (!read(isPlugin)) return;
		for (const path of [...read(goSources), ...read(goTests), ...read(hcl2Specs)]) {
			if (read(isBroken, path)) yield { at: at(path, read(goFile, path)?.problems[0]?.node), message: 'broken' };
		}
	},
});
