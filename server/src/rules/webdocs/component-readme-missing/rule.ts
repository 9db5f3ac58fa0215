import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { exists, text } from '../../../facts/core/files';
import { isInDirectory } from '../../../facts/core/paths';
import { webComponents } from '../../../facts/webdocs/paths';
import { isUndocumented, type Unpublished, unpublished } from '../../../facts/webdocs/unpublished';
import { webPages } from '../../../generate/webdocs/pages';
import { create, type Edit, remove, replace } from '../../../text/edit';
import { listed } from '../../../text/listed';

export default defineRule({
	summary: 'Every component in metadata.hcl has a page in .web-docs/components',
	title: 'Published component page missing',
	titles: { slug: 'Component slug differs', stale: 'Component slug shows stale page', moved: 'Published page in wrong folder' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/strategies/default/load_default_directory.ts',
	threads: ['https://github.com/hashicorp/packer/pull/12702'],
	messages: {
		missing: '`{path}` is missing, so the portal shows an empty page for this component.',
		several: '{count} components have no page in `.web-docs/components`, so the portal shows empty ones: {slugs}.',
		copied: '`{path}` is missing, so the portal shows an empty page. Its source is `{source}`.',
		slug: 'Slug `{slug}` has no page, so the portal shows an empty one. The page is `{source}`.',
		stale: 'Slug `{slug}` shows a page that nothing in `docs/` compiles to. The page of the component is `{source}`.',
		moved: 'Slug `{slug}` has no page, so the portal shows an empty one. Rename `{source}`.',
	},

	*check(read) {
		const made = new Set(read(webPages).pages.map(({ path }) => path)); // webdocs/drift reports these
		const all = read(unpublished).filter(one => !made.has(one.path) && !isUndocumented(read, one));
		const lost = all.filter(({ source }) => source === undefined);
		const [first, ...others] = lost;
		if (first !== undefined) {
			const slugs = lost.map(({ component }) => component.slug?.value ?? '');
			const related = others.map(({ component, path }) => ({ at: component.header, message: `\`${path}\` is missing` }));
			const data = { path: first.path, count: String(lost.length), slugs: listed(slugs) };
			yield { at: first.component.header, message: others.length === 0 ? 'missing' : 'several', data, related };
		}
		for (const one of all) {
			if (one.source === undefined) continue;
			const message = one.stale ? 'stale' : one.slug !== undefined ? 'slug' : one.moves !== undefined ? 'moved' : 'copied';
			const data = { path: one.path, source: one.source, slug: one.component.slug?.value ?? '' };
			yield { at: one.component.header, message, data, ...fixOf(read, one) };
		}
	},
});

function fixOf(read: Read, { component, source = '', slug, moves = [] }: Unpublished) {
	if (slug !== undefined && component.slug !== undefined) {
		const kind = isInDirectory(source, webComponents) && read(exists, source) ? ('safe' as const) : ('offer' as const);
		return { fix: { title: `Set slug to ${slug}`, kind, edits: [replace(component.slug.place, slug)] } };
	}
	const edits = (read: Read): Edit[] => moves.flatMap(([from, to]) => [create(to, read(text, from) ?? '', { overwrite: read(exists, to) }), remove(from)]);
	return moves.length === 0 ? {} : { fix: { title: `Rename ${moves[0]?.[0]}`, kind: 'offer' as const, edits } };
}
