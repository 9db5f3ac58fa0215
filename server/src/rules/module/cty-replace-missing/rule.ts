import { gte, valid } from 'semver';
import { defineRule } from '../../../engine/rule';
import { ctyModule, ctyReplace } from '../../../facts/plugin/cty';
import { goMod, replacement, requirement, sdkModule } from '../../../facts/plugin/module';
import { append } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'go.mod replaces go-cty with the fork that the SDK needs',
	title: 'go-cty replacement missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/issues/187',
	threads: ['https://github.com/hashicorp/packer-plugin-sdk/issues/261', 'https://github.com/zclconf/go-cty/issues/134'],
	messages: {
		missing: 'SDK {sdk} does not compile with go-cty {cty}, which has no gob encoding. Add the `replace` directive that `packer-sdc fix` writes.',
	},

	*check(read) {
		const sdk = read(requirement, sdkModule);
		const required = read(requirement, ctyModule);
		if (!sdk || !required || (read(goMod)?.problems.length ?? 1) > 0 || read(replacement, ctyModule) !== undefined) return;
		if (!valid(sdk.version) || !valid(required.version) || !gte(sdk.version, '0.5.0') || !gte(required.version, '1.11.0')) return;
		yield {
			at: at('go.mod', sdk.node),
			message: 'missing',
			data: { sdk: sdk.version, cty: required.version },
			fix: { title: 'Add go-cty replacement as packer-sdc fix does', kind: 'safe', edits: [append('go.mod', `\n${ctyReplace}\n`)] },
		};
	},
});
