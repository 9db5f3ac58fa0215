import type { Fact, Read } from '../core/database';
import { kindOfType, layout } from '../docs/layout';
import { kinds } from '../plugin/registrations';
import { type MetadataComponent, metadata } from './metadata';
import { isPlaceholder } from './placeholders';

/** The types of component that the portal has for Packer. */
export const componentTypes: readonly string[] = kinds.map(kind => layout[kind].web);

/** The type that was meant by one that the portal does not know, as `datasource`; undefined if that is not clear. */
export function typeMeant(type: string): string | undefined {
	const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
	const said = plain(type).replace(/s$/, '');
	return said === 'data' ? 'data-source' : componentTypes.find(known => plain(known) === said);
}

/** Whether a slug can be one part of an address. Letters of either case: the portal keeps them. */
export const isSlug = (slug: string): boolean => /^[\p{L}\d][\p{L}\d._-]*$/u.test(slug);

/** The blocks of metadata.hcl that have the type and slug of one before, each with that. */
export const repeatedComponents: Fact<ReadonlyArray<readonly [component: MetadataComponent, first: MetadataComponent]>> = read => {
	const all = (read(metadata)?.components ?? []).filter(component => !isPlaceholder(read, component));
	return all.flatMap((component, i): (readonly [MetadataComponent, MetadataComponent])[] => {
		const first = all.slice(0, i).find(before => isSame(before, component));
		return first === undefined ? [] : [[component, first]];
	});
};

const isSame = (a: MetadataComponent, b: MetadataComponent): boolean =>
	a.type !== undefined && a.slug !== undefined && a.type.value === b.type?.value && a.slug.value === b.slug?.value;

/** Whether another rule says that the type or the slug of a component cannot be right, so that it is not known where its page should be. */
export const isMisnamed = (read: Read, component: MetadataComponent): boolean =>
	kindOfType(component.type?.value ?? '') === undefined ||
	!isSlug(component.slug?.value ?? '') ||
	read(repeatedComponents).some(([repeated]) => repeated.header.node === component.header.node);
