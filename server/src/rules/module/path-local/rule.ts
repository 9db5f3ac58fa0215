import { defineRule } from '../../../engine/rule';
import { devSource } from '../../../facts/ci/makeDevSource';
import { identity } from '../../../facts/plugin/identity';
import { goMod } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The Makefile makes a source that Packer accepts from the module path',
	title: 'Module path without owner',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer/blob/main/hcl2template/addrs/plugin.go',
	messages: {
		local: 'The Makefile installs the plugin as `{source}`, made from the module path. `packer plugins install` requires host, owner and name.',
	},

	*check(read) {
		const found = read(devSource);
		const { source: wanted } = read(identity);
		const module = read(goMod)?.module;
		if (found === undefined || module === undefined || !read(isPlugin) || found.source.split('/').length >= 3) return;
		const edits = found.argument && wanted !== undefined ? [replace(found.argument, wanted)] : undefined;
		yield {
			at: at('go.mod', module.pathNode),
			message: 'local',
			data: { source: found.source },
			...(found.argument ? { related: [{ at: found.argument, message: 'The source is made here' }] } : {}),
			...(edits ? { fix: { title: `Install as ${wanted}`, kind: 'offer' as const, edits } } : {}),
		};
	},
});
