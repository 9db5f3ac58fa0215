import { defineRule } from '../../../engine/rule';
import { anchor } from '../../../facts/plugin/anchor';
import { identity } from '../../../facts/plugin/identity';
import { goMod } from '../../../facts/plugin/module';
import { nameProblem } from '../../../facts/repo/pluginName';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The name of the plugin is not that of a plugin on releases.hashicorp.com',
	title: 'Plugin name already taken',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/install#install-hashicorp-maintained-plugins',
	messages: { official: "HashiCorp has a plugin `{name}` too. Packer 1.14 and later looks for releases by that name only, and installs HashiCorp's." },

	*check(read) {
		if (read(nameProblem) !== 'official') return;
		const module = read(goMod)?.module;
		yield { at: module ? at('go.mod', module.pathNode) : read(anchor), message: 'official', data: { name: read(identity).name } };
	},
});
