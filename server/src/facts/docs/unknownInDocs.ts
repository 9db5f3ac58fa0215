import type { Place } from '../../text/place';
import type { Used } from '../acctest/templates';
import { isUnregistered } from '../acctest/types';
import { useKey } from '../acctest/wordPlaces';
import type { Fact, Read } from '../core/database';
import { type Component, components } from '../plugin/components';
import { nearest } from '../readiness/nearest';
import { exampleUses } from './exampleUses';
import { documentation } from './matching';
import { writtenPages } from './prose';

/** A type in the examples of pages that should be this plugin's and that it does not register. */
export interface UnknownInDocs extends Used {
	readonly places: readonly Place[];
	/** Where the examples refer to the blocks of this type. */
	readonly references: readonly Place[];
	/** The component that all pages mean, and whether its name is nearly the one that is written. */
	readonly meant?: Component;
	readonly near: boolean;
}

/** The types of this plugin in the examples of its pages that it does not register, each once. */
export const unknownInDocs: Fact<readonly UnknownInDocs[]> = read => {
	const found = new Map<string, { used: Used; places: Place[]; references: Place[]; meant: Set<Component | undefined> }>();
	for (const path of read(writtenPages))
		for (const { place, references, ...used } of read(exampleUses, path)) {
			if (!isUnregistered(read, used, path)) continue;
			const entry = found.get(useKey(used)) ?? { used, places: [], references: [], meant: new Set() };
			entry.places.push(place);
			for (const one of references) entry.references.push(one);
			entry.meant.add(meantOn(read, used, path));
			found.set(useKey(used), entry);
		}
	return [...found.values()].map(({ used, places, references, meant: all }) => {
		const [meant, ...more] = all;
		const known = meant !== undefined && more.length === 0 ? { meant } : {};
		return { ...used, places, references, ...known, near: meant !== undefined && nearest(used.type, [meant.fullName]) !== undefined };
	});
};

/** The component that a page means by a wrong type: the one that the page is about, the only one of the kind, or the one with nearly that name. */
function meantOn(read: Read, { kind, type }: Used, path: string): Component | undefined {
	const all = read(components).filter(component => kind === undefined || component.kind === kind);
	const about = read(documentation).flatMap(({ component, documented }) => ('page' in documented && documented.page.path === path ? [component] : []));
	const [subject, ...others] = about.filter(component => all.includes(component));
	if (subject !== undefined && others.length === 0) return subject;
	if (all.length === 1) return all[0];
	const close = all.filter(({ fullName }) => nearest(type, [fullName]) !== undefined);
	return close.length === 1 ? close[0] : undefined;
}
