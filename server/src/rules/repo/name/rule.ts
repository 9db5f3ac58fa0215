import { defineRule } from '../../../engine/rule';
import { repository } from '../../../facts/core/inputs';
import { anchor } from '../../../facts/plugin/anchor';
import { entry } from '../../../facts/plugin/entry';
import { identity } from '../../../facts/plugin/identity';
import { goMod } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The name of the repository is packer-plugin-<name>',
	title: 'Repository name',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	threads: ['https://github.com/martezr/packer-provisioner-puppet-bolt/issues/17', 'https://github.com/rgl/packer-plugin-windows-update/issues/89'],
	messages: {
		name: 'Repository `{name}` is not named `packer-plugin-<name>`, so `packer init` cannot install the plugin.',
		kind: 'Repository `{name}` has the name of a single-component plugin. `packer init` installs from `packer-plugin-<name>` only.',
	},

	*check(read) {
		const main = read(entry);
		const { repository: name, from } = read(identity);
		if (!read(isPlugin) || name === '' || main === undefined || main.sets.length + main.servers.length === 0) return;
		if (name.startsWith('packer-plugin-') || (from !== 'git' && read(repository).folder.startsWith('packer-plugin-'))) return;
		const message = /^packer-(?:builder|provisioner|post-processor|datasource)-/.test(name) ? 'kind' : 'name';
		yield { at: read(goMod) ? at('go.mod', read(goMod)?.module?.pathNode) : read(anchor), message, data: { name } };
	},
});
