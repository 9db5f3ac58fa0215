import { defineRule } from '../../../engine/rule';
import { repository } from '../../../facts/core/inputs';
import { entry } from '../../../facts/plugin/entry';
import { identity } from '../../../facts/plugin/identity';
import { goMod } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The repository is named packer-plugin-<name>',
	title: 'Repository name',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	messages: {
		name: 'The repository is named {name}: `packer init` looks for plugins in repositories named packer-plugin-<name> only.',
		kind: 'The repository is named {name}, as plugins with one component were before Packer 1.7: `packer init` looks in repositories named packer-plugin-<name> only.',
	},

	*check(read) {
		const main = read(entry);
		const { repository: name, from } = read(identity);
		if (!read(isPlugin) || name === '' || main === undefined || main.sets.length + main.servers.length === 0) return;
		if (name.startsWith('packer-plugin-') || (from !== 'git' && read(repository).folder.startsWith('packer-plugin-'))) return;
		const message = /^packer-(?:builder|provisioner|post-processor|datasource)-/.test(name) ? 'kind' : 'name';
		yield { at: at('go.mod', read(goMod)?.module?.pathNode), message, data: { name } };
	},
});
