import { defineRule } from '../../../engine/rule';
import { filesIn } from '../../../facts/core/files';
import { repository } from '../../../facts/core/inputs';
import { anchor } from '../../../facts/plugin/anchor';
import { identity } from '../../../facts/plugin/identity';
import { isPlugin } from '../../../facts/plugin/plugin';
import { isScaffolding, isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { namesContact } from '../../../facts/support/files';
import { append } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The README says where users get help',
	title: 'Support contact missing',
	severity: 'warning',
	community: 'info',
	item: 'support-plan',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships#support',
	messages: { missing: 'README does not say where users get help. Link the issues of the repository, or name the support channel.' },

	*check(read) {
		if (!read(isPlugin) || read(isScaffolding) || read(isUntouchedTemplate) || read(repository).subdirectory !== '') return;
		if (read(namesContact) !== false) return;
		const readme = read(filesIn, '').find(name => /^readme\.(?:md|markdown)$/i.test(name));
		const { owner, repository: name } = read(identity);
		if (readme === undefined || owner === undefined) return yield { at: readme === undefined ? read(anchor) : at(readme), message: 'missing' };
		const section = `\n## Support\n\nReport problems and ask questions in the [issues](https://github.com/${owner}/${name}/issues).\n`;
		yield { at: at(readme), message: 'missing', fix: { title: 'Add support section', kind: 'offer', edits: [append(readme, section)] } };
	},
});
