import { defineRule } from '../../../engine/rule';
import { wrongBuilderIdLines } from '../../../facts/docs/labeledLines';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The builder id on a page is the one that the artifacts have',
	title: 'Wrong builder id documented',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	messages: { id: '`{said}` is not the builder id that the artifact returns, by which post-processors recognize it. It is `{wanted}`.' },

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { said, wanted } of read(wrongBuilderIdLines)) {
			const fix = { title: `Replace with ${wanted}`, kind: 'offer' as const, edits: [replace(said.place, wanted)] };
			yield { at: said.place, message: 'id', data: { said: said.text, wanted }, fix };
		}
	},
});
