import { defineRule } from '../../../engine/rule';
import { repository } from '../../../facts/core/inputs';
import { pluginTitle } from '../../../facts/docs/names';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { bugForm, featureForm, issueTemplates } from '../../../facts/support/issueTemplates';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'The repository has issue templates',
	title: 'Issue templates missing',
	severity: 'info',
	item: 'support-plan',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships#support',
	messages: { missing: 'Repository has no issue templates. GitHub Issues is enough for the program, but templates ask users for versions and logs.' },

	*check(read) {
		if (!read(isPlugin) || read(issueTemplates).length > 0 || read(repository).subdirectory !== '') return;
		const edits = [
			create('.github/ISSUE_TEMPLATE/bug_report.yml', bugForm(pluginTitle(read))),
			create('.github/ISSUE_TEMPLATE/feature_request.yml', featureForm(pluginTitle(read))),
		];
		yield { at: read(anchor), message: 'missing', fix: { title: 'Create issue forms for bugs and features', kind: 'offer', edits } };
	},
});
