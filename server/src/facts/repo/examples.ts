import type { Place } from '../../text/place';
import { fixturesOf } from '../acctest/fixtures';
import { foreign, templateFiles, type Used } from '../acctest/templates';
import { acceptanceTests } from '../acctest/tests';
import { unregisteredIn } from '../acctest/types';
import { useKey, usePlaces } from '../acctest/wordPlaces';
import type { Fact } from '../core/database';
import { filesUnder, isLinked } from '../core/files';
import { unknownInDocs } from '../docs/unknownInDocs';
import { type Component, components } from '../plugin/components';

/** Whether the repository has a template, in whatever folder: an example, or one that a test runs. */
export const hasTemplate: Fact<boolean> = read =>
	read(templateFiles).length > 0 || read(filesUnder, '').some(path => /\.pkr\.(?:hcl|json)$/.test(path) && !foreign.test(path));

/** A type in templates that no acceptance test runs, which the plugin does not register. */
export interface UnknownType extends Used {
	readonly places: readonly Place[];
	/** The plugin's only component of the kind. */
	readonly meant?: Component;
}

/** The types of this plugin in examples that it does not register, each once. Of the templates of acceptance tests acctest/fixture-type tells. Pages that use one of them too are among its places. */
export const unknownTypes: Fact<readonly UnknownType[]> = read => {
	const tested = new Set(read(acceptanceTests).flatMap(path => read(fixturesOf, path)));
	const found = new Map<string, { used: Used; places: Place[] }>();
	for (const path of read(templateFiles)) {
		if (!/\.pkr\.hcl$/.test(path) || tested.has(path) || isLinked(read, path)) continue;
		for (const used of read(unregisteredIn, path)) {
			const entry = found.get(useKey(used)) ?? { used, places: [] };
			for (const from of read(usePlaces, path)[useKey(used)] ?? []) entry.places.push({ path, from, to: from + used.type.length });
			found.set(useKey(used), entry);
		}
	}
	if (found.size > 0) for (const unknown of read(unknownInDocs)) found.get(useKey(unknown))?.places.push(...unknown.places); // one cause is one finding
	return [...found.values()].map(({ used, places }) => {
		const [meant, ...more] = read(components).filter(({ kind }) => kind === used.kind);
		return { ...used, places, ...(meant !== undefined && more.length === 0 ? { meant } : {}) };
	});
};
