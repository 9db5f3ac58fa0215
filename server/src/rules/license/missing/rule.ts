import { defineRule } from '../../../engine/rule';
import { repository } from '../../../facts/core/inputs';
import { license } from '../../../facts/license/license';
import { mpl2 } from '../../../facts/license/mpl';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'The repository has a license',
	title: 'License missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	threads: ['https://github.com/hashicorp/packer/pull/5316'],
	messages: { missing: '`LICENSE` is missing. The integration program requires MPL-2.0.' },

	*check(read) {
		// Below the root of a repository the license may be at that root, which facts cannot see.
		if (!read(isPlugin) || read(license) !== undefined || read(repository).subdirectory !== '') return;
		yield { at: read(anchor), message: 'missing', fix: { title: 'Create LICENSE with MPL-2.0 text', kind: 'offer', edits: [create('LICENSE', mpl2)] } };
	},
});
