import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { layout } from '../docs/layout';
import { isNameOf } from '../docs/matching';
import { componentTitle } from '../docs/names';
import { docsPages, docsSource, webReadmes } from '../docs/pages';
import { isPublished } from '../docs/published';
import { isTemplatePage } from '../docs/templatePages';
import { type Component, components } from '../plugin/components';
import { registrations } from '../plugin/registrations';
import { isUntouchedTemplate } from '../plugin/scaffolding';
import { identifierProblem } from './identifier';
import { type MetadataComponent, metadata } from './metadata';
import { webPagePath } from './paths';
import { isPlaceholder } from './placeholders';
import { isListed, listingOf } from './unpublished';

/** A registered component with a page that metadata.hcl does not list. */
export interface Unlisted {
	readonly component: Component;
	/** The page as it is published, and that from which it is compiled, or the same. */
	readonly path: string;
	readonly source: string;
	readonly slug: string;
	readonly title: string;
}

/** The registered components that have a page and no `component` block, so that the page is never published. */
export const unlisted: Fact<readonly Unlisted[]> = read => {
	if (!isJudged(read)) return [];
	const listed = new Set(read(components).filter(component => listingOf(read, component) !== undefined));
	const made = new Set([...listed].flatMap(component => madeOf(component) ?? []));
	// A block that names no registered component may be about any of its type.
	const unclear = new Set((read(metadata)?.components ?? []).filter(block => registeredAs(read, block) === undefined).map(({ type }) => type?.value));
	return read(components).flatMap((component): Unlisted[] => {
		const type = layout[component.kind].web;
		if (listed.has(component) || made.has(madeOf(component) ?? '') || unclear.has(type)) return [];
		const source =
			read(docsSource).from === 'docs'
				? read(docsPages).find(page => page.kind === component.kind && page.compiled && isNameOf(read, component, page.slug))
				: undefined;
		const there = read(webReadmes).find(page => page.type === type && isNameOf(read, component, page.slug));
		const slug = (source ?? there)?.slug;
		const from = source?.path ?? there?.path;
		if (slug === undefined || from === undefined || isListed(read, type, slug) || read(isTemplatePage, from)) return [];
		return [{ component, path: webPagePath(type, slug), source: from, slug, title: titleIn(read, from) ?? componentTitle(read, component) }];
	});
};

/** The `component` blocks with a page that name no registered component, as far as all names are known. */
export const unregistered: Fact<readonly MetadataComponent[]> = read => {
	if (!isJudged(read) || read(registrations).some(({ name, legacy }) => name === undefined || legacy)) return [];
	return (read(metadata)?.components ?? []).filter(block => {
		const [type, slug] = [block.type?.value, block.slug?.value];
		if (type === undefined || slug === undefined || !Object.values(layout).some(({ web }) => web === type) || registeredAs(read, block)) return false;
		const ofType = read(components).filter(({ kind }) => layout[kind].web === type);
		// Slugs are shortened and lengthened by agreement; a page may say itself that its component is gone.
		if (ofType.some(component => listings(read, type).length === 1 || isAkin(component, slug))) return false;
		const page = read(text, webPagePath(type, slug));
		return page !== undefined && !/\b(?:deprecat|renam|alias|remov|replac|migrat|legacy|moved|no longer|archived|obsolete)/i.test(page);
	});
};

/** Whether metadata.hcl can be compared with what is registered: not where it is another plugin's, or says that documentation is elsewhere. */
function isJudged(read: Read): boolean {
	const file = read(metadata);
	if (file === undefined || !read(isPublished) || read(isUntouchedTemplate) || read(registrations).length === 0) return false;
	const problem = file.identifier && read(identifierProblem, file.identifier.value);
	return problem !== 'template' && problem !== 'plugin' && !file.components.some(block => isPlaceholder(read, block));
}

const listings = (read: Read, type: string): readonly MetadataComponent[] => read(metadata)?.components.filter(block => block.type?.value === type) ?? [];

/** The registered component that a block names. */
const registeredAs = (read: Read, { type, slug }: MetadataComponent): Component | undefined =>
	read(components).find(component => layout[component.kind].web === type?.value && slug !== undefined && isNameOf(read, component, slug.value));

/** What a component is made of, which two names of one component share; undefined if it is not known. */
const madeOf = ({ kind, implementation }: Component): string | undefined =>
	implementation === undefined ? undefined : [kind, implementation.dir, implementation.type].join('\n');

/** Whether one name is the other with more before or behind a dash. */
function isAkin({ name, fullName }: Component, slug: string): boolean {
	const plain = (text: string) => text.toLowerCase().replaceAll('_', '-');
	const within = (part: string, whole: string) => part !== '' && (whole.startsWith(`${part}-`) || whole.endsWith(`-${part}`));
	return [name, fullName].some(one => within(plain(one), plain(slug)) || within(plain(slug), plain(one)));
}

/** The title that the front matter of a page gives it in the navigation, or above the page. */
function titleIn(read: Read, path: string): string | undefined {
	const front = /^---\r?\n[\s\S]*?\r?\n---/.exec(read(text, path) ?? '')?.[0] ?? '';
	const title =
		/^nav_title: *["']?(.{1,60}?)["']?[ \t]*\r?$/m.exec(front)?.[1] ?? /^page_title: *["']?(.{1,60}?)(?: [-–] .*)?["']?[ \t]*\r?$/m.exec(front)?.[1];
	return title === undefined || /["\\$%{}<>`]/.test(title) ? undefined : title;
}
