import type { Fact, Read } from '../core/database';
import { exists, filesUnder } from '../core/files';
import { kindOfType, layout } from '../docs/layout';
import { documentation, isNameOf, pageOf } from '../docs/matching';
import { docsPages, docsSource, type Page, webReadmes } from '../docs/pages';
import { isPublished } from '../docs/published';
import { type Component, components } from '../plugin/components';
import { isMisnamed } from './componentKeys';
import { type MetadataComponent, metadata } from './metadata';
import { scriptPath, webComponents, webPagePath } from './paths';
import { isPlaceholder } from './placeholders';

/** A component of metadata.hcl whose page is not where the portal looks for it. */
export interface Unpublished {
	readonly component: MetadataComponent;
	/** Where it should be. */
	readonly path: string;
	/** Whether a page is there which is compiled from none in docs/. */
	readonly stale: boolean;
	/** The page that documents it: one in docs/ that is not compiled yet, or one that lies under another name or in another folder. */
	readonly source?: string;
	/** The slug of that page, where metadata.hcl should have it. */
	readonly slug?: string;
	/** The files to rename, where they should have the name that metadata.hcl has. */
	readonly moves?: readonly (readonly [from: string, to: string])[];
}

/** The components of metadata.hcl without a published page of their own; none where documentation is said to be elsewhere. */
export const unpublished: Fact<readonly Unpublished[]> = read =>
	(read(isPublished) ? (read(metadata)?.components ?? []) : []).flatMap((component): Unpublished[] => {
		const [type, slug] = [component.type?.value, component.slug?.value];
		if (type === undefined || slug === undefined || isPlaceholder(read, component) || isMisnamed(read, component)) return [];
		const path = webPagePath(type, slug);
		const registered = registeredAs(read, type, slug);
		const page = registered && pageOf(read, registered);
		const isElsewhere = page !== undefined && page.slug !== slug && !isListed(read, type, page.slug);
		const compiled = read(docsPages).find(page => page.compiled && layout[page.kind].web === type && page.slug === slug);
		if (read(exists, path)) {
			// A page that is written by hand beside compiled ones is known as such by having no page in docs/ that documents its component.
			if (compiled || !isElsewhere || !page.compiled || !read(exists, scriptPath)) return [];
			return [{ component, path, stale: true, ...ofPage(read, registered as Component, page, path, slug) }];
		}
		if (compiled) return [{ component, path, stale: false, source: compiled.path }];
		if (isElsewhere) return [{ component, path, stale: false, ...ofPage(read, registered as Component, page, path, slug) }];
		const stray = strayReadme(read, type, slug);
		if (stray !== undefined) return [{ component, path, stale: false, source: stray, moves: [[stray, path]] }];
		const other = registered && read(webReadmes).find(readme => readme.type === type && isNameOf(read, registered, readme.slug));
		return [{ component, path, stale: false, ...(other && !isListed(read, type, other.slug) ? { source: other.path, slug: other.slug } : {}) }];
	});

/** Whether rules of docs/ report that the documentation of the component is missing. */
export const isUndocumented = (read: Read, { component: { type, slug } }: Unpublished): boolean => {
	const { from } = read(docsSource);
	const registered = registeredAs(read, type?.value ?? '', slug?.value ?? '');
	const how = read(documentation).find(({ component: { kind, name } }) => kind === registered?.kind && name === registered.name)?.documented.by;
	return from === 'nowhere' || (from === 'docs' && (how === 'nothing' || how === 'elsewhere'));
};

/** The registered component that a component of metadata.hcl is about: by its name, or as the only one of its type in both; undefined if there is none. */
function registeredAs(read: Read, type: string, slug: string): Component | undefined {
	const all = read(components).filter(({ kind }) => kind === kindOfType(type));
	const named = all.find(({ name, fullName }) => name === slug || fullName === slug) ?? all.find(component => isNameOf(read, component, slug));
	return named ?? (all.length === 1 && listedOf(read, type).length === 1 ? all[0] : undefined);
}

const listedOf = (read: Read, type: string): readonly MetadataComponent[] => read(metadata)?.components.filter(other => other.type?.value === type) ?? [];

/** Whether metadata.hcl has a component of this type and slug. */
export const isListed = (read: Read, type: string, slug: string): boolean =>
	read(metadata)?.components.some(other => other.type?.value === type && other.slug?.value === slug) ?? false;

/** The component of metadata.hcl that is about a registered one, by its name or as the only one of its type in both; undefined if it lists none. */
export function listingOf(read: Read, component: Component): MetadataComponent | undefined {
	const all = listedOf(read, layout[component.kind].web);
	const named = all.find(({ slug }) => slug !== undefined && isNameOf(read, component, slug.value));
	const alone = all.length === 1 && read(components).filter(({ kind }) => kind === component.kind).length === 1;
	return named ?? (alone ? all[0] : undefined);
}

/** How to publish a page under another name: metadata.hcl gets its slug where that names the component, else the page and its output are renamed. */
function ofPage(read: Read, component: Component, page: Page, path: string, slug: string): Partial<Unpublished> {
	const compiled = webPagePath(layout[component.kind].web, page.slug);
	const { path: source } = page;
	if (isNameOf(read, component, page.slug) || !isNameOf(read, component, slug)) return { source: read(exists, compiled) ? compiled : source, slug: page.slug };
	const made: Unpublished['moves'] = read(exists, compiled) ? [[compiled, path]] : [];
	if (source === compiled) return { source, moves: made };
	const renamed = source.replace(/[^/]*$/, `${slug}.mdx`);
	const isAlone = source.endsWith(`/${layout[component.kind].docs}/${page.slug}.mdx`);
	return { source, moves: read(exists, renamed) || !isAlone ? [] : [[source, renamed], ...made] };
}

/** A README in the folder of the type, for its only component without a page; or under the slug, in a folder of an unknown type. */
function strayReadme(read: Read, type: string, slug: string): string | undefined {
	const above = `${webComponents}/${type}/README.md`;
	const isAlone = () => listedOf(read, type).filter(c => !read(exists, webPagePath(type, c.slug?.value ?? ''))).length === 1;
	if (read(exists, above) && isAlone()) return above;
	return read(filesUnder, webComponents).find(path => {
		const [folder = '', name] = path.slice(webComponents.length + 1).split('/');
		return name === slug && path.endsWith(`/${slug}/README.md`) && kindOfType(folder) === undefined;
	});
}
