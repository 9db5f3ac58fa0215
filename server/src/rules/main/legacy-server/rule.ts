import { defineRule } from '../../../engine/rule';
import { placeOf } from '../../../facts/go/body';
import { entry, isEntryBroken } from '../../../facts/plugin/entry';
import { isPlugin } from '../../../facts/plugin/plugin';

export default defineRule({
	summary: 'One plugin set serves all components',
	title: 'Single-component plugin server',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/1.7-plugin-upgrade',
	messages: {
		one: '`plugin.Server()` is the single-component API that Packer removed in 1.7. Use `plugin.NewSet()`.',
		several: '{count} calls of `plugin.Server()` use the single-component API that Packer removed in 1.7. Use one `plugin.NewSet()` for all components.',
	},

	*check(read) {
		const main = read(entry);
		if (!read(isPlugin) || main === undefined || main.sets.length > 0 || read(isEntryBroken)) return;
		const [first, ...others] = main.servers;
		if (first === undefined) return;
		const related = others.map(server => ({ at: placeOf(server, server.x), message: 'Another single-component server' }));
		yield { at: placeOf(first, first.x), message: others.length > 0 ? 'several' : 'one', data: { count: String(main.servers.length) }, related };
	},
});
