import { defineRule } from '../../../engine/rule';
import { exists } from '../../../facts/core/files';
import { isSlug, repeatedComponents } from '../../../facts/webdocs/componentKeys';
import { metadata } from '../../../facts/webdocs/metadata';
import { webPagePath } from '../../../facts/webdocs/paths';
import { isPlaceholder } from '../../../facts/webdocs/placeholders';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Every component in metadata.hcl has a slug of its own that can be part of an address',
	title: 'Invalid component slug',
	titles: { empty: 'Empty component slug', repeated: 'Repeated component' },
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/strategies/default/load_default_directory.ts',
	messages: {
		empty: 'Slug is empty. It is the folder of the page in `.web-docs/components/{type}`, and part of its address.',
		invalid: 'Slug `{slug}` is part of the address of the page, but has other characters than letters, digits, `-`, `_` and `.`.',
		repeated: '`metadata.hcl` has another {type} with slug `{slug}`. Both have the same page and the same address.',
	},

	*check(read) {
		for (const component of read(metadata)?.components ?? []) {
			const { slug, type } = component;
			if (slug === undefined || isSlug(slug.value) || isPlaceholder(read, component)) continue;
			const data = { slug: slug.value, type: type?.value ?? '' };
			const meant = slug.value
				.toLowerCase()
				.replace(/[^a-z\d._-]+/g, '-')
				.replace(/^[-._]+|-+$/g, '');
			const isSafe = meant !== '' && type !== undefined && read(exists, webPagePath(type.value, meant));
			const fix = isSafe ? { fix: { title: `Change to ${meant}`, kind: 'safe' as const, edits: [replace(slug.place, meant)] } } : {};
			yield { at: slug.value === '' ? component.header : slug.place, message: slug.value === '' ? 'empty' : 'invalid', data, ...fix };
		}
		for (const [{ slug, type }, { slug: first }] of read(repeatedComponents)) {
			if (slug === undefined || type === undefined || first === undefined || !isSlug(slug.value)) continue;
			const related = [{ at: first.place, message: 'The same slug' }];
			yield { at: slug.place, message: 'repeated', data: { slug: slug.value, type: type.value }, related };
		}
	},
});
