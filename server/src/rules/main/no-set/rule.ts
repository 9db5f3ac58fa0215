import { defineRule } from '../../../engine/rule';
import { placeOf } from '../../../facts/go/body';
import { isBroken } from '../../../facts/go/broken';
import { callsTo } from '../../../facts/go/calls';
import { selected } from '../../../facts/go/resolve';
import { goSources } from '../../../facts/go/sources';
import { entry, isEntryBroken } from '../../../facts/plugin/entry';
import { isPlugin } from '../../../facts/plugin/plugin';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The main package serves a plugin set',
	title: 'Plugin set missing',
	titles: { legacy: 'Single-component plugin server', noMain: 'Package main missing' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#plugin-development-basics',
	messages: {
		none: 'This main makes no plugin set: Packer starts the binary and is not answered. Make one with `plugin.NewSet()` and end with its `Run()`.',
		legacy: '`plugin.Server()` serves a single component in the way of before Packer 1.7: `packer init` cannot install it. Make a set with `plugin.NewSet()`.',
		noMain: 'There is no package main, so there is no binary that Packer could start.',
	},

	*check(read) {
		const main = read(entry);
		if (!read(isPlugin) || (main !== undefined && main.sets.length > 0)) return;
		if (read(isEntryBroken) || read(goSources).some(path => read(isBroken, path))) return;
		if (main === undefined) return yield { at: at('go.mod'), message: 'noMain' };
		for (const server of main.servers) yield { at: placeOf(server, server.x), message: 'legacy' };
		const elsewhere = read(callsTo, selected('NewSet')).length > 0;
		if (main.servers.length === 0 && main.main && !elsewhere) yield { at: main.main, message: 'none' };
	},
});
