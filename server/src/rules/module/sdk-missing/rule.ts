import { defineRule } from '../../../engine/rule';
import { oldGoFor } from '../../../facts/plugin/goVersion';
import { goMod, requirement, sdkModule } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';
import { append, replace } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'go.mod requires the Packer plugin SDK',
	title: 'Plugin SDK not required',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#plugin-development-basics',
	messages: { missing: '`go.mod` does not require `github.com/hashicorp/packer-plugin-sdk`, which every plugin since Packer 1.7 is built with.' },

	*check(read) {
		const file = read(goMod);
		if (file === undefined || file.problems.length > 0 || !read(isPlugin)) return;
		if (read(requirement, sdkModule) !== undefined) return;
		const go = oldGoFor(read, 'v0.6.10');
		const edits = [append('go.mod', `\nrequire ${sdkModule} v0.6.10\n`), ...(go ? [replace(at('go.mod', go.said.versionNode), go.wanted)] : [])];
		yield { at: at('go.mod'), message: 'missing', fix: { title: 'Require plugin SDK v0.6.10', kind: 'offer', edits } };
	},
});
