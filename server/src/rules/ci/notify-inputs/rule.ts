import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { notifyFix } from '../../../facts/webdocs/notifyFix';
import { brokenNotifications } from '../../../facts/webdocs/notifyInputs';
import { listed } from '../../../text/listed';

export default defineRule({
	summary: 'Workflows give the notification action what it needs',
	title: 'Notification inputs missing',
	titles: { absent: 'Notification action not checked out', removed: 'Notification action removed', unread: 'Repository not checked out' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/integration-release-action/blob/main/action.yml',
	messages: {
		inputs: 'The action is not given {inputs}, which it requires, so the portal is not notified.',
		absent: "No step before this one checks out an action to `{folder}`, so the job fails: `Can't find 'action.yml'`.",
		removed: "A later checkout of the repository removes `{folder}`, so the job fails: `Can't find 'action.yml'`.",
		unread: 'The job does not check out the repository, so the action fails: `No metadata.hcl file was found`.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		for (const broken of read(brokenNotifications)) {
			const edits = notifyFix(read, broken);
			yield {
				at: broken.place,
				message: broken.kind,
				data: {
					inputs: broken.kind === 'inputs' ? listed(broken.missing) : '',
					folder: broken.kind === 'absent' || broken.kind === 'removed' ? broken.folder : '',
				},
				...(edits ? { fix: { title: titles[broken.kind], kind: 'offer' as const, edits } } : {}),
			};
		}
	},
});

const titles = { inputs: 'Add inputs', absent: 'Add checkout of the action', removed: 'Move checkout', unread: 'Add checkout of the repository' } as const;
