import { defineRule } from '../../../engine/rule';
import { goMod, replacement, requirement, sdkModule } from '../../../facts/plugin/module';
import { at } from '../../../text/place';

export default defineRule({
	summary: "The plugin is built with HashiCorp's plugin SDK, not with a fork",
	title: 'Plugin SDK replaced',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#plugin-development-basics',
	messages: { fork: 'The SDK is replaced with the fork `{fork}`, so {version} is not what is built in. Require a release of the SDK instead.' },

	*check(read) {
		const replaced = read(replacement, sdkModule);
		const required = read(requirement, sdkModule);
		if (replaced === undefined || required === undefined || (read(goMod)?.problems.length ?? 1) > 0) return;
		if (replaced.newVersion === undefined || replaced.newPath === sdkModule || (replaced.version ?? required.version) !== required.version) return;
		yield { at: at('go.mod', replaced.replacementNode), message: 'fork', data: { fork: replaced.newPath, version: required.version } };
	},
});
