import { defineRule } from '../../../engine/rule';
import { exists } from '../../../facts/core/files';
import { regeneration } from '../../../generate/fix';
import { webdocsStaleness } from '../../../generate/stale/documents';
import { reasonsOf } from '../../../generate/stale/reasons';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The pages in .web-docs are what the documentation compiles to',
	title: 'Published page out of date',
	titles: { missing: 'Published page missing' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.github/workflows/notify-integration-release-via-manual.yaml',
	messages: {
		stale:
			'From here on this page is not what {source} compiles to: the job that publishes the documentation runs `make generate`, and fails where that changes a file.',
		missing: '{path} is not there, which `make generate` makes of this page: nothing of it is published.',
	},

	*check(read) {
		for (const file of read(webdocsStaleness).files) {
			if (file.state === 'same' || file.ignored) continue;
			const fix = regeneration(read, file);
			const message = file.state === 'missing' ? 'missing' : 'stale';
			const related = message === 'stale' && read(exists, file.source) ? [{ at: at(file.source), message: 'Compiled from this page' }] : [];
			for (const { place } of reasonsOf(read, file)) yield { at: place, message, data: { path: file.path, source: file.source }, related, ...fix };
		}
	},
});
