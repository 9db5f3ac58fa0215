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
	const names = [component.name === '' ? read(identity).name : component.name, component.fullName];
	return names.some(name => spellings(name).some(one => spellings(slug).includes(one)));
}

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
	const named = all.map(component => pages.find(page => page.slug === component.name) ?? pages.find(page => isNameOf(read, component, page.slug)));
	const free = pages.filter(page => !named.includes(page));
	const about = all.map((component, i) => (named[i] ? undefined : free.find(page => namesComponent(read, component, page, all))));
	const found = all.map((_, i) => named[i] ?? about[i]);
	const isAlias = (component: Component) => all.some((other, i) => found[i] !== undefined && other !== component && sameType(component, other));
	const lacking = all.filter((component, i) => found[i] === undefined && !isAlias(component) && misplacedPage(read, component) === undefined);
	const unclaimed = free.filter(page => !about.includes(page) && (read(isScaffolding) || !templateName.test(page.slug))).length;
	return all.map((component, i) => {
		const elsewhere = found[i] === undefined && !isAlias(component) ? misplacedPage(read, component) : undefined;
		const page = found[i];
		if (page !== undefined) return { component, documented: { by: named[i] ? ('name' as const) : ('another name' as const), page } };
		if (elsewhere !== undefined) return { component, documented: { by: 'elsewhere' as const, path: elsewhere } };
		if (isAlias(component)) return { component, documented: { by: 'alias' as const } };
		return { component, documented: { by: unclaimed > 0 && unclaimed >= lacking.length ? ('unclear' as const) : ('nothing' as const) } };
	});
}

/** The names of the pages that the scaffolding comes with. */
const templateName = /^(?:builder|provisioner|post-?processor|datasource)(?:-name)?$/;

const sameType = ({ implementation: a }: Component, { implementation: b }: Component) =>
	a !== undefined && b !== undefined && a.dir === b.dir && a.type === b.type;

/** Whether the text of a page names this component: in its `Type:` line, else in a title, else as the only component of its kind in the examples. */
function namesComponent(read: Read, component: Component, page: Page, all: readonly Component[]): boolean {
	const { type, titles, uses } = read(subject, page.path);
	if (type !== undefined && all.some(one => isNameOf(read, one, type))) return isNameOf(read, component, type);
	if (titles.some(title => isNameOf(read, component, title.trim().replace(/\s+/g, '-')))) return true;
	const used = all.filter(({ fullName }) => uses.includes(`${layout[component.kind].block} ${fullName}`));
	if (used.length > 0) return used.length === 1 && used[0] === component;
	return all.length === 1 && templateName.test(page.slug) && (read(text, page.path) ?? '').trim() !== '';
}

/** The components about which no page is written. */
export const undocumented: Fact<readonly Component[]> = read =>
	read(documentation).flatMap(({ component, documented }) => (documented.by === 'nothing' ? [component] : []));

/** The page that documents a component, by its name or its text; undefined where none is known. */
export function pageOf(read: Read, { kind, name }: Component): Page | undefined {
	const documented = read(documentation).find(({ component }) => component.kind === kind && component.name === name)?.documented;
	return documented !== undefined && 'page' in documented ? documented.page : undefined;
}
