import { defineRule } from '../../../engine/rule';
import { readmePage } from '../../../facts/docs/newPages';
import { docsPlace } from '../../../facts/docs/owner';
import { docsReadme, docsSource } from '../../../facts/docs/pages';
import { isPlugin } from '../../../facts/plugin/plugin';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'The documentation opens with docs/README.md',
	title: 'Documentation overview missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer/blob/main/.github/ISSUE_TEMPLATE/plugin_integration.md',
	messages: { missing: '{path} is missing: it is what the portal shows of the plugin first, and `make generate` fails without it.' },

	*check(read) {
		const source = read(docsSource);
		if (!read(isPlugin) || source.from !== 'docs' || read(docsReadme) !== undefined) return;
		const path = `${source.dir}/README.md`;
		yield {
			at: docsPlace(read),
			message: 'missing',
			data: { path },
			fix: { title: `Create ${path}`, kind: 'offer', edits: read => [create(path, readmePage(read))] },
		};
	},
});
