import { defineRule } from '../../../engine/rule';
import { pluginTitle } from '../../../facts/docs/names';
import { isPlugin } from '../../../facts/plugin/plugin';
import { bugForm, featureForm, issueTemplates } from '../../../facts/support/issueTemplates';
import { create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The repository has issue templates, through which users report problems',
	title: 'Issue templates missing',
	severity: 'warning',
	community: 'info',
	item: 'support-plan',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships#support',
	messages: { missing: 'The repository has no issue templates: the program expects a way to track and resolve what users of the plugin report.' },

	*check(read) {
		if (!read(isPlugin) || read(issueTemplates).length > 0) return;
		const edits = [
			create('.github/ISSUE_TEMPLATE/bug_report.yml', bugForm(pluginTitle(read))),
			create('.github/ISSUE_TEMPLATE/feature_request.yml', featureForm(pluginTitle(read))),
		];
		yield { at: at('go.mod'), message: 'missing', fix: { title: 'Create issue forms for defects and wishes', kind: 'offer', edits } };
	},
});
