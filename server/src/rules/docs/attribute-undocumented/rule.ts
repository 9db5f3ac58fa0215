import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { placeOf } from '../../../generate/go/origin';
import { undocumentedAttributes } from '../../../generate/webdocs/undocumented';

export default defineRule({
	summary: 'The page of a component documents every option',
	title: 'Option not documented',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/pull/10265',
	threads: ['https://github.com/hashicorp/packer/pull/5842', 'https://github.com/huaweicloud/packer-plugin-huaweicloud/issues/102'],
	messages: { options: 'Page `{page}` does not document {names}, which `{type}` takes.' },

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { component, page, attributes } of read(undocumentedAttributes)) {
			const [first, ...others] = attributes;
			if (first === undefined) continue;
			const more = others.length > 1 ? `${others.length} more options` : `\`${others[0]?.name}\``;
			const names = others.length === 0 ? `\`${first.name}\`` : `\`${first.name}\` and ${more}`;
			const data = { names, type: component.fullName, page: page.path };
			const related = others.map(({ name, origin }) => ({ at: placeOf(read, origin), message: `Also \`${name}\`` }));
			yield { at: placeOf(read, first.origin), message: 'options', data, related };
		}
	},
});
