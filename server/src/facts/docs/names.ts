import type { Read } from '../core/database';
import { type Component, components } from '../plugin/components';
import { identity } from '../plugin/identity';
import type { Kind } from '../plugin/registrations';
import { metadata } from '../webdocs/metadata';
import { layout, titleOf } from './layout';
import { isNameOf, pageOf } from './matching';
import { docsPages } from './pages';

/** The plugin as a title: `Acme Cloud`. */
export const pluginTitle = (read: Read): string => titleOf(read(identity).name);

/** A component as a title: `Acme EBS`, or the plugin's for plugin.DEFAULT_NAME. */
export function componentTitle(read: Read, { name }: Pick<Component, 'name'>): string {
	const plugin = read(identity).name;
	return name === '' ? titleOf(plugin) : name.startsWith(plugin) ? titleOf(name) : `${titleOf(plugin)} ${titleOf(name)}`;
}

/** The last part of a component's address in the portal: the name of its page, or of the page that should be written. */
export const slugOf = (read: Read, component: Component): string => pageOf(read, component)?.slug ?? ownSlug(read, component);

/** The slug that a component should have: that of its entry in metadata.hcl, else its name, or its full name where other pages have full names. */
export function ownSlug(read: Read, component: Component): string {
	const listed = read(metadata)?.components.flatMap(({ type, slug }) => (type?.value === layout[component.kind].web && slug !== undefined ? [slug.value] : []));
	const slug = listed?.find(slug => isNameOf(read, component, slug));
	if (slug !== undefined && /^[\w.-]+$/.test(slug)) return slug;
	const plugin = read(identity).name;
	if (component.name === '') return plugin;
	const long = read(docsPages).some(({ slug }) => slug.startsWith(`${plugin}-`));
	return long ? component.fullName : component.name;
}

/** The components whose names are known, each with its slug and title. */
export function documented(read: Read): ReadonlyArray<{ readonly kind: Kind; readonly slug: string; readonly title: string; readonly component: Component }> {
	return read(components).map(component => ({ kind: component.kind, slug: slugOf(read, component), title: componentTitle(read, component), component }));
}

/** One sentence that says what the plugin provides. */
export function pluginSentence(read: Read): string {
	const all = read(components).map(({ kind }) => kind);
	const nouns = [...new Set(all)].map(kind => (all.filter(other => other === kind).length > 1 ? `${layout[kind].noun}s` : `a ${layout[kind].noun}`));
	const list = nouns.length < 2 ? (nouns[0] ?? 'components') : `${nouns.slice(0, -1).join(', ')} and ${nouns.at(-1)}`;
	return `The ${pluginTitle(read)} plugin provides ${list} for HashiCorp Packer.`;
}
