import { defineRule } from '../../../engine/rule';
import { isNotifiedElsewhere } from '../../../facts/ci/elsewhere';
import { workflow } from '../../../facts/ci/workflows';
import type { Read } from '../../../facts/core/database';
import { exists } from '../../../facts/core/files';
import { repository } from '../../../facts/core/inputs';
import { docsPlace } from '../../../facts/docs/owner';
import { compileCommand } from '../../../facts/docs/published';
import { isPlugin } from '../../../facts/plugin/plugin';
import { identifier } from '../../../facts/webdocs/identifier';
import { manualWorkflow, notifyPath, tagWorkflow } from '../../../facts/webdocs/newFiles';
import { notifications } from '../../../facts/webdocs/notify';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'Workflows notify the integrations portal of each release and on request',
	title: 'Release notification missing',
	titles: { manual: 'Manual notification workflow missing' },
	severity: 'error',
	severities: { tag: 'warning', manual: 'info' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: {
		missing: 'No workflow runs `hashicorp/integration-release-action`, so the integrations portal never learns of a release.',
		tag: 'No workflow runs `hashicorp/integration-release-action` for a tag, so the portal keeps the documentation of an older release.',
		manual: 'No workflow runs `hashicorp/integration-release-action` on request, so only a release can publish documentation.',
	},

	*check(read) {
		// Workflows of a repository that the plugin is a part of are not seen.
		if (!read(isPlugin) || read(isNotifiedElsewhere) || read(repository).subdirectory !== '') return;
		const all = read(notifications);
		const lacking = (['manual', 'tag'] as const).filter(which => !all.some(n => (which === 'tag' ? n.byRelease : n.byHand)));
		const [first] = lacking;
		if (first === undefined) return;
		const id = read(identifier);
		const free = lacking.filter(which => isFree(read, notifyPath[which]));
		const edits = free.map(which =>
			create(notifyPath[which], (which === 'tag' ? tagWorkflow : manualWorkflow)(id ?? '', read(compileCommand)), { overwrite: true }),
		);
		const fix =
			id === undefined || edits.length === 0
				? {}
				: {
						fix: {
							title: free.length > 1 ? 'Create notification workflows' : `Create ${free.map(which => notifyPath[which]).join()}`,
							kind: 'offer' as const,
							edits,
						},
					};
		yield { at: docsPlace(read), message: all.length === 0 ? 'missing' : first, ...fix };
	},
});

/** Whether a workflow may be written here: there is none, or what there is has been commented out. */
const isFree = (read: Read, path: string) => !read(exists, path) || read(workflow, path) === undefined;
