import type { Fact } from '../core/database';
import { exists } from '../core/files';
import { layout } from '../docs/layout';
import { isNameOf } from '../docs/matching';
import { docsPages, webReadmes } from '../docs/pages';
import { components } from '../plugin/components';
import { type MetadataComponent, metadata } from './metadata';
import { webPagePath } from './paths';
import { isPlaceholder } from './placeholders';

/** A component of metadata.hcl whose page is not where the portal looks for it. */
export interface Unpublished {
	readonly component: MetadataComponent;
	/** Where it should be. */
	readonly path: string;
	/** The page that documents it: one in docs/ that is not compiled yet, or one that lies under another slug. */
	readonly source?: string;
	/** That other slug. */
	readonly slug?: string;
}

/** The components of metadata.hcl without a published page; none where documentation is said to be elsewhere. */
export const unpublished: Fact<readonly Unpublished[]> = read => {
	const file = read(metadata);
	if (file === undefined || file.docs?.processDocs === false) return [];
	return file.components.flatMap(component => {
		const [type, slug] = [component.type?.value, component.slug?.value];
		if (type === undefined || slug === undefined || isPlaceholder(read, component)) return [];
		const path = webPagePath(type, slug);
		if (read(exists, path)) return [];
		const registered = read(components).find(c => layout[c.kind].web === type && isNameOf(read, c, slug));
		const listed = (other: string) => file.components.some(c => c.type?.value === type && c.slug?.value === other);
		const other = registered && read(webReadmes).find(readme => readme.type === type && !listed(readme.slug) && isNameOf(read, registered, readme.slug));
		if (other) return [{ component, path, source: other.path, slug: other.slug }];
		const page = read(docsPages).find(page => page.compiled && layout[page.kind].web === type && page.slug === slug);
		return [{ component, path, ...(page ? { source: page.path } : {}) }];
	});
};
