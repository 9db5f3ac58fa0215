import { defineRule } from '../../../engine/rule';
import { layout } from '../../../facts/docs/layout';
import { undocumented } from '../../../facts/docs/matching';
import { componentPage, pagePath } from '../../../facts/docs/newPages';
import { docsSource } from '../../../facts/docs/pages';
import { webComponents } from '../../../facts/webdocs/paths';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'Every component has a documentation page',
	title: 'Component page missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer/blob/main/.github/ISSUE_TEMPLATE/plugin_integration.md',
	messages: { missing: '{folder} has no page about the {noun} `{name}`: an integration is accepted when each of its components has one.' },

	*check(read) {
		const source = read(docsSource);
		if (source.from === 'nowhere') return;
		for (const component of read(undocumented)) {
			const { docs, web, noun } = layout[component.kind];
			const base = { at: component.registration.namePlace, message: 'missing' as const };
			const data = { noun, name: component.fullName };
			if (source.from === 'web-docs') {
				yield { ...base, data: { ...data, folder: `${webComponents}/${web}` } };
				continue;
			}
			const path = pagePath(read, component, source.dir);
			const edits = [create(path, componentPage(read, component))];
			yield { ...base, data: { ...data, folder: `${source.dir}/${docs}` }, fix: { title: `Create ${path}`, kind: 'offer', edits } };
		}
	},
});
