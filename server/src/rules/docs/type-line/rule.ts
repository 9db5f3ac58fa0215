import { defineRule } from '../../../engine/rule';
import { wrongTypeLines } from '../../../facts/docs/labeledLines';
import { layout } from '../../../facts/docs/layout';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The Type line of a page has the name that templates use for the component',
	title: 'Wrong component type documented',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/pull/4109',
	messages: { type: '`{said}` is not the name of the {kind} that the page is about: templates use `{wanted}`.' },

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { said, component, wanted } of read(wrongTypeLines)) {
			const fix = { title: `Replace with ${wanted}`, kind: 'safe' as const, edits: [replace(said.place, wanted)] };
			yield { at: said.place, message: 'type', data: { said: said.text, kind: layout[component.kind].noun, wanted }, fix };
		}
	},
});
