import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { type Component, components } from '../plugin/components';
import { identity } from '../plugin/identity';
import { type Kind, kinds } from '../plugin/registrations';
import { isScaffolding } from '../plugin/scaffolding';
import { layout } from './layout';
import { misplacedPage } from './misplaced';
import { docsPages, type Page } from './pages';
import { subject } from './subjects';
import { isTemplatePage } from './templatePages';

/**
 * Whether a page's name, or the slug of a component in metadata.hcl, is that of a component: its name, its full name, or the
 * plugin's for plugin.DEFAULT_NAME; `_` counts as `-`, case does not count, nor does the kind before or behind either (`vm-builder`), nor a plural.
 */
export function isNameOf(read: Read, component: Component, slug: string): boolean {
	return namesOf(read, component).some(name => spellings(name).some(one => spellings(slug).includes(one)));
}

/** The names of a component: its own, or the plugin's for plugin.DEFAULT_NAME, and the full one. */
const namesOf = (read: Read, { name, fullName }: Component) => [name === '' ? read(identity).name : name, fullName];

/** A name in small letters with `-`; then without the kind before or behind it, and each of these in the singular. */
function spellings(name: string): string[] {
	const plain = name.toLowerCase().replaceAll('_', '-');
	const short = plain.replace(/^(?:builder|provisioner|post-?processor|data-?source)-(?=.)|-(?:builder|provisioner|post-?processor|data-?source)$/, '');
	return [...new Set([plain, short, plain.replace(/(?<=..)s$/, ''), short.replace(/(?<=..)s$/, '')])];
}

/**
 * How a component is documented: by a page under its `name`; by a page under `another name` whose text names it; by a README `elsewhere`, which is not
 * published; as an `alias` of a documented component; perhaps by a page whose text does not say (`unclear`); or by `nothing`.
 */
export type Documented =
	| { readonly by: 'name' | 'another name'; readonly page: Page }
	| { readonly by: 'elsewhere'; readonly path: string }
	| { readonly by: 'alias' | 'unclear' | 'nothing' };

/** A component, and how it is documented. */
export interface Documentation {
	readonly component: Component;
	readonly documented: Documented;
}

/** How each component is documented, by kind. */
export const documentation: Fact<readonly Documentation[]> = read => kinds.flatMap(kind => documentationOf(read, kind));

function documentationOf(read: Read, kind: Kind): readonly Documentation[] {
	const all = read(components).filter(component => component.kind === kind);
	const pages = read(docsPages).filter(page => page.kind === kind && !read(isTemplatePage, page.path));
	const named = pagesNamed(read, all, pages);
	const taken = new Set(named);
	const free = pages.filter(page => !taken.has(page)).map(page => ({ page, names: namedIn(read, page, all) }));
	const about = all.map((component, i) => (named[i] ? undefined : free.find(({ names }) => names.has(component))?.page));
	const found = all.map((_, i) => named[i] ?? about[i]);
	const documentedTypes = new Set(all.flatMap((component, i) => (found[i] === undefined ? [] : (typeOf(component) ?? []))));
	const isAlias = (component: Component) => documentedTypes.has(typeOf(component) ?? '');
	const elsewhere = all.map((component, i) => (found[i] === undefined && !isAlias(component) ? misplacedPage(read, component) : undefined));
	const lacking = all.filter((component, i) => found[i] === undefined && !isAlias(component) && elsewhere[i] === undefined).length;
	const claimed = new Set(about);
	const unclaimed = free.filter(({ page }) => !claimed.has(page) && (read(isScaffolding) || !templateName.test(page.slug))).length;
	return all.map((component, i): Documentation => {
		const [page, path] = [found[i], elsewhere[i]];
		if (page !== undefined) return { component, documented: { by: named[i] ? 'name' : 'another name', page } };
		if (path !== undefined) return { component, documented: { by: 'elsewhere', path } };
		if (isAlias(component)) return { component, documented: { by: 'alias' } };
		return { component, documented: { by: unclaimed > 0 && unclaimed >= lacking ? 'unclear' : 'nothing' } };
	});
}

/** For each component the page of its name: the one that has it letter by letter, else the first that has it in another spelling. */
function pagesNamed(read: Read, all: readonly Component[], pages: readonly Page[]): readonly (Page | undefined)[] {
	const order = new Map(pages.map((page, i) => [page, i]));
	const [exactly, spelled] = [new Map<string, Page>(), new Map<string, Page>()];
	for (const page of pages.toReversed()) {
		exactly.set(page.slug, page);
		for (const one of spellings(page.slug)) spelled.set(one, page);
	}
	return all.map(component => {
		const near = namesOf(read, component).flatMap(name => spellings(name).flatMap(one => spelled.get(one) ?? []));
		return exactly.get(component.name) ?? near.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))[0];
	});
}

/** The names of the pages that the scaffolding comes with. */
const templateName = /^(?:builder|provisioner|post-?processor|datasource)(?:-name)?$/;

/** The package and the type of a component. */
const typeOf = ({ implementation: found }: Component) => found && `${found.dir}\0${found.type}`;

/** The components that the text of a page names: in its `Type:` line, else in a title, else as the only component of its kind in the examples. */
function namedIn(read: Read, page: Page, all: readonly Component[]): ReadonlySet<Component> {
	const { type, titles, uses } = read(subject, page.path);
	const typed = type === undefined ? [] : all.filter(one => isNameOf(read, one, type));
	if (typed.length > 0) return new Set(typed);
	const titled = titles.flatMap(title => all.filter(one => isNameOf(read, one, title.trim().replace(/\s+/g, '-'))));
	const used = all.filter(({ kind, fullName }) => uses.includes(`${layout[kind].block} ${fullName}`));
	if (used.length > 0) return new Set([...titled, ...(used.length === 1 ? used : [])]);
	const only = all.length === 1 && templateName.test(page.slug) && (read(text, page.path) ?? '').trim() !== '';
	return new Set([...titled, ...(only ? all : [])]);
}

/** The components about which no page is written. */
export const undocumented: Fact<readonly Component[]> = read =>
	read(documentation).flatMap(({ component, documented }) => (documented.by === 'nothing' ? [component] : []));

/** The page that documents a component, by its name or its text; undefined where none is known. */
export function pageOf(read: Read, { kind, name }: Component): Page | undefined {
	const documented = read(documentation).find(({ component }) => component.kind === kind && component.name === name)?.documented;
	return documented !== undefined && 'page' in documented ? documented.page : undefined;
}
