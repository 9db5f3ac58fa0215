import { defineRule } from '../../../engine/rule';
import { sdkModule } from '../../../facts/plugin/module';
import { retractedSdk, sdkRelease } from '../../../facts/plugin/sdkAge';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'go.mod requires no version of the plugin SDK that its authors retracted',
	title: 'Plugin SDK version retracted',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/releases/tag/v0.5.1',
	messages: { retracted: 'SDK {version} is retracted: its `replace` of go-cty does not apply to plugins. Run `go get {module}@latest`.' },

	*check(read) {
		const required = read(sdkRelease);
		if (required?.version === retractedSdk)
			yield { at: at('go.mod', required.node), message: 'retracted', data: { version: required.version, module: sdkModule } };
	},
});
