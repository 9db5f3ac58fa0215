import type { Place } from '../../text/place';
import { foreign } from '../acctest/templates';
import type { Fact } from '../core/database';
import { filesUnder, isLinked } from '../core/files';
import { constraintProblem, isPlaceholder, meantConstraint } from '../plugin/constraint';
import { writtenPages } from './prose';
import { required } from './required';

/** A version constraint that Packer rejects, or one that it misses. */
export interface WrongConstraint {
	readonly wrong: 'syntax' | 'prerelease' | 'missing';
	/** The constraint; of a missing one, the name of the entry. */
	readonly said: string;
	/** Where it is written alike. */
	readonly places: readonly Place[];
	/** The constraint that is evidently meant. */
	readonly wanted?: string;
}

/** The version constraints in pages and templates of the repository that Packer rejects, those written alike together. */
export const wrongConstraints: Fact<readonly WrongConstraint[]> = read => {
	const templates = read(filesUnder, '').filter(path => path.endsWith('.pkr.hcl') && !foreign.test(path) && !isLinked(read, path));
	const found = new Map<string, WrongConstraint & { places: Place[] }>();
	for (const path of [...read(writtenPages), ...templates])
		for (const { name, version, source, unversioned } of read(required, path)) {
			const problem = version && !isPlaceholder(version.text) ? constraintProblem(version.text) : undefined;
			const wrong = problem ?? (unversioned && source !== undefined ? 'missing' : undefined);
			if (wrong === undefined) continue;
			const said = wrong === 'missing' || version === undefined ? name : version;
			const wanted = wrong === 'syntax' ? meantConstraint(said.text) : undefined;
			const entry = found.get(`${wrong} ${said.text}`) ?? { wrong, said: said.text, places: [], ...(wanted === undefined ? {} : { wanted }) };
			entry.places.push(said.place);
			found.set(`${wrong} ${said.text}`, entry);
		}
	return [...found.values()];
};
