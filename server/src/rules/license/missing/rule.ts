import { defineRule } from '../../../engine/rule';
import { licence } from '../../../facts/licences/licence';
import { mpl2 } from '../../../facts/licences/mpl-2.0';
import { isPlugin } from '../../../facts/plugin';
import { create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The repository has a licence',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: { missing: 'There is no LICENSE file. The integration program takes plugins under MPL-2.0 only.' },

	*check(read) {
		if (!read(isPlugin) || read(licence) !== undefined) return;
		yield { at: at('go.mod'), message: 'missing', fix: { title: 'Create LICENSE with the text of MPL-2.0', kind: 'offer', edits: [create('LICENSE', mpl2)] } };
	},
});
