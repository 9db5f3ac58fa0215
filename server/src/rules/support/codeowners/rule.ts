import { defineRule } from '../../../engine/rule';
import { repository } from '../../../facts/core/inputs';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { hasCodeowners } from '../../../facts/support/files';

export default defineRule({
	summary: 'The repository names its maintainers in CODEOWNERS',
	title: 'CODEOWNERS missing',
	severity: 'info',
	item: 'support-plan',
	source: 'https://github.com/hashicorp/packer/pull/7508',
	threads: ['https://github.com/hashicorp/packer/pull/7786'],
	messages: { missing: 'Repository has no `CODEOWNERS`. Reviewers ask who maintains a plugin, and GitHub asks those for reviews.' },

	*check(read) {
		if (!read(isPlugin) || read(hasCodeowners) || read(isUntouchedTemplate) || read(repository).subdirectory !== '') return;
		yield { at: read(anchor), message: 'missing' };
	},
});
