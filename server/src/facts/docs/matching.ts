import type { Fact, Read } from '../core/database';
import { type Component, components } from '../plugin/components';
import { identity } from '../plugin/identity';
import { type Kind, kinds } from '../plugin/registrations';
import { isScaffolding } from '../plugin/scaffolding';
import { docsPages, type Page, typeLine } from './pages';

/**
 * Whether a page's name, or the slug of a component in metadata.hcl, is that of a component: its name, its full name, or the
 * plugin's for plugin.DEFAULT_NAME; `_` counts as `-`, and case not.
 */
export function isNameOf(read: Read, component: Component, slug: string): boolean {
	const names = [component.name === '' ? read(identity).name : component.name, component.fullName];
	return names.some(name => plain(name) === plain(slug));
}

const plain = (name: string) => name.toLowerCase().replaceAll('_', '-');

/** The page about a component: by its name, else by its `Type:` line; undefined where there is none that we know of. */
export function pageOf(read: Read, component: Component): Page | undefined {
	const pages = read(docsPages).filter(page => page.kind === component.kind);
	return pages.find(page => isNameOf(read, component, page.slug)) ?? pages.find(page => read(typeLine, page.path) === component.fullName);
}

/** The pages that the scaffolding comes with, which are about no component of a real plugin. */
const scaffoldingPage = /^(?:builder|provisioner|post-processor|datasource)$/;

/**
 * The components about which no page is written. A component that shares its type with a documented one is an alias, and a page
 * under any other name may be about any of them: where there are as many such pages as components without one, none is lacking.
 */
export const undocumented: Fact<readonly Component[]> = read => kinds.flatMap(kind => lackingOf(read, kind));

function lackingOf(read: Read, kind: Kind): readonly Component[] {
	const all = read(components).filter(component => component.kind === kind);
	const found = all.map(component => pageOf(read, component));
	const documented = all.filter((_, i) => found[i] !== undefined);
	const lacking = all.filter(component => !documented.includes(component) && !documented.some(other => isAlias(component, other)));
	const free = read(docsPages).filter(page => page.kind === kind && !found.includes(page) && (read(isScaffolding) || !scaffoldingPage.test(page.slug)));
	return free.length > 0 && free.length >= lacking.length ? [] : lacking;
}

const isAlias = ({ implementation: a }: Component, { implementation: b }: Component) =>
	a !== undefined && b !== undefined && a.dir === b.dir && a.type === b.type;
