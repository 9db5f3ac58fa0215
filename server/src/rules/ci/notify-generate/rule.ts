import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { uncheckedGenerations } from '../../../facts/webdocs/notifyGenerate';

export default defineRule({
	summary: 'Workflows stop before a notification if the documentation is not committed',
	title: 'Generated documentation not checked',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.github/workflows/notify-integration-release-via-tag.yaml',
	messages: {
		unchecked: 'What `{command}` changes is not published: the portal reads the pages of the commit. Stop the job if a file has changed.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { place, command, edits } of read(uncheckedGenerations))
			yield {
				at: place,
				message: 'unchecked',
				data: { command },
				...(edits ? { fix: { title: 'Add check for changed files', kind: 'offer' as const, edits } } : {}),
			};
	},
});
