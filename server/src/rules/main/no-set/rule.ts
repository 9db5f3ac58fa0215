import { defineRule } from '../../../engine/rule';
import { isBroken } from '../../../facts/go/broken';
import { callsTo } from '../../../facts/go/calls';
import { selected } from '../../../facts/go/resolve';
import { goSources } from '../../../facts/go/sources';
import { anchor } from '../../../facts/plugin/anchor';
import { entry, isEntryBroken } from '../../../facts/plugin/entry';
import { isPlugin } from '../../../facts/plugin/plugin';

export default defineRule({
	summary: 'The main package serves a plugin set',
	title: 'Plugin set missing',
	titles: { noMain: 'Package main missing' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#plugin-development-basics',
	threads: ['https://github.com/solo-io/packer-plugin-arm-image/pull/107'],
	messages: {
		none: '`main` serves no plugin set, so Packer cannot start the plugin. Create a set with `plugin.NewSet()` and call its `Run`.',
		noMain: 'Plugin has no package `main`, so `go build` makes no binary that Packer can start.',
	},

	*check(read) {
		const main = read(entry);
		if (!read(isPlugin) || (main !== undefined && main.sets.length + main.servers.length > 0)) return;
		if (read(isEntryBroken) || read(goSources).some(path => read(isBroken, path))) return;
		if (main === undefined) return yield { at: read(anchor), message: 'noMain' };
		const elsewhere = read(callsTo, selected('NewSet')).length > 0;
		if (main.main && !elsewhere) yield { at: main.main, message: 'none' };
	},
});
