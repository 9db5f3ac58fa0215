import { defineRule } from '../../../engine/rule';
import { exists } from '../../../facts/core/files';
import { compileCommand, isPublished } from '../../../facts/docs/published';
import { isTemplatePage } from '../../../facts/docs/templatePages';
import { verifiesDocs } from '../../../facts/webdocs/notify';
import { webReadmePath } from '../../../facts/webdocs/paths';
import { regenerate, regeneration } from '../../../generate/fix';
import { webdocsStaleness } from '../../../generate/stale/documents';
import { reasonsOf } from '../../../generate/stale/reasons';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The pages in .web-docs are compiled from the current documentation',
	title: 'Published page out of date',
	titles: { missing: 'Published page missing', several: 'Published pages out of date' },
	severity: 'error',
	item: 'develop-and-test',
	stale: true,
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.github/workflows/notify-integration-release-via-manual.yaml',
	threads: [
		'https://github.com/cirruslabs/packer-plugin-tart/pull/151',
		'https://github.com/hashicorp/packer-plugin-azure/pull/391',
		'https://github.com/mondoohq/packer-plugin-cnspec/pull/171',
	],
	messages: {
		stale: '`{path}` is out of date, so {consequence}. Run `{command}`.',
		missing: '`{path}` is missing, so {consequence}. Run `{command}`.',
		several: '{count} pages in `.web-docs` are out of date or missing, so {consequence}. Run `{command}`.',
	},

	*check(read) {
		const fails = read(verifiesDocs);
		if (!fails && !read(isPublished)) return;
		const files = read(webdocsStaleness).files.filter(file => file.state !== 'same' && !file.ignored && !read(isTemplatePage, file.source));
		const shown = files.flatMap(file => reasonsOf(read, file).map(({ place }) => ({ file, place })));
		const [first, ...others] = shown;
		const command = read(compileCommand);
		if (first === undefined || command === undefined) return;
		const { path, source, state } = first.file;
		const unread = files.some(file => file.path === webReadmePath && file.state === 'missing');
		const consequence = fails ? 'the notification workflow fails' : unread ? 'the portal rejects the integration' : 'the portal shows old text';
		const alone = state === 'missing' ? [] : read(exists, source) ? [{ at: at(source), message: 'Compiled from this page' }] : [];
		const fixable = files.every(file => regeneration(read, file).fix !== undefined);
		yield {
			at: first.place,
			message: others.length > 0 ? 'several' : state === 'missing' ? 'missing' : 'stale',
			data: { path, count: String(files.length), consequence, command },
			related:
				others.length === 0 ? alone : others.map(({ place, file }) => ({ at: place, message: file.state === 'missing' ? 'Not compiled yet' : 'Out of date' })),
			...(fixable && {
				fix: {
					title: others.length === 0 ? `Regenerate ${path}` : `Regenerate ${files.length} pages`,
					kind: 'safe',
					edits: read => files.flatMap(file => regenerate(read, file)),
				},
			}),
		};
	},
});
