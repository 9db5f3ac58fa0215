import { defineRule } from '../../../engine/rule';
import { devSource } from '../../../facts/ci/makeDevSource';
import { identity } from '../../../facts/plugin/identity';
import { goMod } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The Makefile installs a development build under the source that templates require',
	title: 'Module path of another repository',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/install#source-addresses',
	threads: ['https://github.com/vmware/packer-plugin-vsphere/pull/601'],
	messages: { other: 'The Makefile installs the plugin as `{source}`, made from the module path. Templates that require `{wanted}` do not use it.' },

	*check(read) {
		const found = read(devSource);
		const { source: wanted, name, from } = read(identity);
		const module = read(goMod)?.module;
		if (found === undefined || module === undefined || wanted === undefined || from !== 'git' || !read(isPlugin)) return;
		const parts = found.source.toLowerCase().split('/');
		// Another owner may be that of a fork, or the one before or after a move.
		if (parts.length < 3 || (parts[0] === 'github.com' && parts.at(-1) === name.toLowerCase())) return;
		yield {
			at: at('go.mod', module.pathNode),
			message: 'other',
			data: { source: found.source, wanted },
			...(found.argument
				? {
						related: [{ at: found.argument, message: 'The source is made here' }],
						fix: { title: `Install as ${wanted}`, kind: 'offer' as const, edits: [replace(found.argument, wanted)] },
					}
				: {}),
		};
	},
});
