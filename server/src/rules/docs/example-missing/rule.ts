import { defineRule } from '../../../engine/rule';
import { layout } from '../../../facts/docs/layout';
import { isPlugin } from '../../../facts/plugin/plugin';
import { withoutExamples } from '../../../generate/webdocs/examples';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The page of a component shows how a template uses it',
	title: 'Page without example',
	severity: 'warning',
	severities: { json: 'info' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/issues/9668',
	threads: ['https://github.com/hetznercloud/packer-plugin-hcloud/issues/28'],
	messages: {
		nothing: 'Page of the {kind} `{type}` does not have an example. Show a template in HCL that uses it.',
		json: 'Page of the {kind} `{type}` has examples in JSON only. Show a template in HCL that uses it.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { component, page, has } of read(withoutExamples))
			yield { at: at(page.path), message: has, data: { kind: layout[component.kind].noun, type: component.fullName } };
	},
});
