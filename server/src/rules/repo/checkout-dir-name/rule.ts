import { defineRule } from '../../../engine/rule';
import { misleadingFolders } from '../../../facts/repo/misleadingFolders';

export default defineRule({
	summary: 'No folder of the plugin has a name that packer-sdc takes for the root of a repository',
	title: 'Folder name confuses packer-sdc',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/cmd/packer-sdc/internal/struct-markdown/struct_markdown.go',
	messages: {
		packer: '`packer-sdc struct-markdown` takes the folder `{folder}` for Packer itself, and writes no partials to `docs-partials`. Rename the folder.',
		plugin: '`packer-sdc struct-markdown` takes the folder `{folder}` for the root, and writes partials below it. Rename the folder.',
	},

	*check(read) {
		for (const { kind, folder, places } of read(misleadingFolders)) {
			const [first, ...others] = places;
			if (first) yield { at: first, message: kind, data: { folder }, related: others.map(at => ({ at, message: 'This directive is affected too' })) };
		}
	},
});
