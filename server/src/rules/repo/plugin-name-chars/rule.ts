import { defineRule } from '../../../engine/rule';
import { anchor } from '../../../facts/plugin/anchor';
import { identity } from '../../../facts/plugin/identity';
import { goMod } from '../../../facts/plugin/module';
import { nameProblem } from '../../../facts/repo/pluginName';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The name of the plugin is one that Packer accepts',
	title: 'Plugin name',
	severity: 'error',
	severities: { digit: 'warning' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/hcl2template/addrs/plugin.go',
	messages: {
		characters: 'Plugin name `{name}` must consist of letters, digits and single dashes between them, or `packer init` rejects the source.',
		prefix: 'Plugin name `{name}` starts with `packer-`, so `packer init` rejects the source. Rename the repository.',
		digit: 'Plugin name `{name}` starts with a digit, so templates cannot refer to its data sources.',
	},

	*check(read) {
		const problem = read(nameProblem);
		if (problem === undefined || problem === 'official') return;
		const module = read(goMod)?.module;
		yield { at: module ? at('go.mod', module.pathNode) : read(anchor), message: problem, data: { name: read(identity).name } };
	},
});
