import type { Place } from '../../text/place';
import { fixturesOf } from '../acctest/fixtures';
import { foreign, templateFiles, type Used, usesIn } from '../acctest/templates';
import { acceptanceTests } from '../acctest/tests';
import { unregisteredIn } from '../acctest/types';
import type { Fact } from '../core/database';
import { filesUnder, isLinked, text } from '../core/files';
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

/** The types of this plugin in examples that it does not register, each once. Of the templates of acceptance tests acctest/fixture-type tells. */
export const unknownTypes: Fact<readonly UnknownType[]> = read => {
	const tested = new Set(read(acceptanceTests).flatMap(path => read(fixturesOf, path)));
	const found = new Map<string, { used: Used; places: Place[] }>();
	for (const path of read(templateFiles)) {
		if (!/\.pkr\.hcl$/.test(path) || tested.has(path) || isLinked(read, path)) continue;
		const unknown = read(unregisteredIn, path);
		if (unknown.length === 0) continue;
		for (const { kind, type, from, to } of usesIn(read(text, path) ?? '')) {
			if (!unknown.some(one => one.kind === kind && one.type === type)) continue;
			const key = `${kind}\0${type}`;
			const entry = found.get(key) ?? { used: { type, ...(kind ? { kind } : {}) }, places: [] };
			entry.places.push({ path, from, to });
			found.set(key, entry);
		}
	}
	return [...found.values()].map(({ used, places }) => {
		const [meant, ...more] = read(components).filter(({ kind }) => kind === used.kind);
		return { ...used, places, ...(meant !== undefined && more.length === 0 ? { meant } : {}) };
	});
};
