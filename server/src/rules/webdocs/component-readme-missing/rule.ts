import { defineRule } from '../../../engine/rule';
import { unpublished } from '../../../facts/webdocs/unpublished';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Every component of metadata.hcl has its page below .web-docs/components',
	title: 'Published component page missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/strategies/default/load_default_directory.ts',
	messages: {
		missing: 'There is no {path}: the page of this component is published empty.',
		uncompiled: 'There is no {path}: the page of this component is published empty. `make generate` makes it of {source}.',
		elsewhere: 'There is no {path}: the page of this component is published empty. What documents it is {source}.',
	},

	*check(read) {
		for (const { component, path, source, slug } of read(unpublished)) {
			const message = slug !== undefined ? ('elsewhere' as const) : source !== undefined ? ('uncompiled' as const) : ('missing' as const);
			const fix =
				slug === undefined || component.slug === undefined
					? {}
					: { fix: { title: `Write “${slug}”`, kind: 'safe' as const, edits: [replace(component.slug.place, slug)] } };
			yield { at: component.header, message, data: { path, source: source ?? '' }, ...fix };
		}
	},
});
