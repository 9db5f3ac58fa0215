import { defineRule } from '../../../engine/rule';
import { exists } from '../../../facts/core/files';
import { isInDirectory } from '../../../facts/core/paths';
import { readmePage } from '../../../facts/docs/newPages';
import { docsPlace } from '../../../facts/docs/owner';
import { docsReadme, docsSource } from '../../../facts/docs/pages';
import { compileCommand, isPublished } from '../../../facts/docs/published';
import { isPlugin } from '../../../facts/plugin/plugin';
import { webDocs, webReadmePath } from '../../../facts/webdocs/paths';
import { webdocsSettings } from '../../../generate/webdocs/settings';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'The documentation has an overview in docs/README.md',
	title: 'Documentation overview missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer/blob/main/.github/ISSUE_TEMPLATE/plugin_integration.md',
	threads: ['https://github.com/hashicorp/packer/issues/13303', 'https://github.com/hashicorp/packer/pull/12702'],
	messages: {
		required: '`{path}` is missing. The integration request requires it, as the first page that the portal shows.',
		fails: '`{path}` is missing, so `{command}` fails.',
	},

	*check(read) {
		const source = read(docsSource);
		if (!read(isPlugin) || source.from !== 'docs' || read(docsReadme) !== undefined) return;
		const path = `${source.dir}/README.md`;
		const settings = read(webdocsSettings);
		const command = settings !== undefined && 'script' in settings ? read(compileCommand) : undefined;
		if (command === undefined && (!read(isPublished) || read(exists, webReadmePath) || isInDirectory(source.dir, webDocs))) return;
		yield {
			at: docsPlace(read),
			message: command === undefined ? 'required' : 'fails',
			data: { path, command: command ?? '' },
			fix: { title: `Create ${path}`, kind: 'offer', edits: read => [create(path, readmePage(read))] },
		};
	},
});
