import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { isLinked } from '../core/files';
import { dirname, isInDirectory } from '../core/paths';
import { type Component, components } from '../plugin/components';
import { kinds } from '../plugin/registrations';
import { coverage, othersIn } from './coverage';
import { fixturesOf } from './fixtures';
import type { Used } from './templates';
import { acceptanceTests } from './tests';
import { unregisteredIn } from './types';
import { namePlaces, useKey, usePlaces } from './wordPlaces';

/** A type in the templates of acceptance tests that is not the one to be tested. */
export interface Mistake extends Used {
	/** Whether the plugin registers it. */
	readonly registered: boolean;
	/** Where it is used, in the order of tests. */
	readonly places: readonly Place[];
	/** The component that was meant; undefined where that is not clear. */
	readonly meant?: Component;
}

/** The types in templates of acceptance tests that the plugin does not register, and those for which the tests of a component run another one instead; each once. */
export const mistakes: Fact<readonly Mistake[]> = read => {
	const found = new Map<string, { used: Used; registered: boolean; files: Set<string>; meant: Set<Component> }>();
	const add = (used: Used, registered: boolean, file: string, meant: readonly Component[]) => {
		const key = `${used.kind}\0${used.type}\0${registered ? meant.map(({ registration }) => registration.place.node).join() : ''}`;
		const entry = found.get(key) ?? { used, registered, files: new Set<string>(), meant: new Set<Component>() };
		entry.files.add(file);
		for (const one of meant) entry.meant.add(one);
		found.set(key, entry);
	};
	for (const path of read(acceptanceTests)) {
		for (const file of [path, ...read(fixturesOf, path)]) for (const used of read(unregisteredIn, file)) add(used, false, file, meantBy(read, used, path));
	}
	for (const { component, tests } of read(coverage)) {
		const files = [...new Set(tests.flatMap(path => [path, ...read(fixturesOf, path)]))];
		if (files.some(file => read(unregisteredIn, file).length > 0)) continue;
		for (const file of files) for (const used of othersIn(read, file, component)) add(used, true, file, [component]);
	}
	return [...found.values()].map(({ used, registered, files, meant }) => {
		const [component, ...more] = meant;
		return {
			...used,
			registered,
			places: [...files].flatMap(file => placesIn(read, file, used)),
			...(component !== undefined && more.length === 0 ? { meant: component } : {}),
		};
	});
};

/** The components that a test with a wrong type may be about: those of the kind whose code is beside the test. */
function meantBy(read: Read, used: Used, path: string): readonly Component[] {
	const kind = used.kind ?? read(components).find(component => isBeside(component, path))?.kind;
	return read(components).filter(component => component.kind === kind && isBeside(component, path));
}

const isBeside = ({ implementation }: Component, path: string) => implementation !== undefined && isInDirectory(dirname(path), implementation.dir);

const placesIn = (read: Read, path: string, used: Used): readonly Place[] =>
	(read(usePlaces, path)[useKey(used)] ?? []).map(from => ({ path, from, to: from + used.type.length }));

/** Every place at which the files of a mistake have its type as a word of a template; none where that may be of another kind, or a file is not the plugin's own. */
export function occurrences(read: Read, { type, kind, places }: Mistake): readonly Place[] {
	const files = [...new Set(places.map(({ path }) => path))];
	const others = [undefined, ...kinds].filter(other => other !== kind);
	if (files.some(path => isLinked(read, path) || others.some(other => read(usePlaces, path)[useKey({ type, ...(other ? { kind: other } : {}) })]))) return [];
	return files.flatMap(path => (read(namePlaces, path)[type] ?? []).map(from => ({ path, from, to: from + type.length })));
}
