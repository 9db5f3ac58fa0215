import type { Fact } from '../core/database';
import { releasing } from './releasing';
import { matchesTag } from './tagPattern';
import type { Text } from './workflow';

const samples = ['rc', 'beta', 'alpha', 'pre', 'dev', 'preview'].flatMap(word => ['', '1', '.1'].map(n => `v1.2.3-${word}${n}`));

/** The patterns of tags in workflows that release, which are for prereleases alone. */
export const prereleaseTags: Fact<readonly Text[]> = read => {
	const all = [...new Set(read(releasing).steps.map(({ workflow }) => workflow))];
	const patterns = all.flatMap(({ triggers }) => triggers.flatMap(({ event, tags }) => (event === 'push' ? (tags ?? []) : [])));
	return patterns.filter(one => matchesTag([one], 'v1.2.3') === false && samples.some(tag => matchesTag([one], tag) === true));
};
