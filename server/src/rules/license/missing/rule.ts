import { defineRule } from '../../../engine/rule';
import { license } from '../../../facts/license/license';
import { mpl2 } from '../../../facts/license/mpl';
import { isPlugin } from '../../../facts/plugin/plugin';
import { create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The repository has a license',
	title: 'License missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: { missing: 'There is no LICENSE file. The integration program takes plugins under MPL-2.0 only.' },

	*check(read) {
		if (!read(isPlugin) || read(license) !== undefined) return;
		yield { at: at('go.mod'), message: 'missing', fix: { title: 'Create LICENSE with the text of MPL-2.0', kind: 'offer', edits: [create('LICENSE', mpl2)] } };
	},
});
