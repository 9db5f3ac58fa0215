import type { YamlValue } from '../../../syntax/yaml/file';
import { entryOf, get, items } from '../../../syntax/yaml/lookup';
import { at } from '../../../text/place';
import type { PlannedBuild } from './builds';
import type { Making } from './making';
import { textOf } from './option';

/** The sections whose items have ids, and the id of an item that says none. */
const sections: Readonly<Record<string, string>> = {
	archives: 'default',
	nfpms: 'default',
	signs: 'default',
	binary_signs: 'default',
	snapcrafts: 'default',
	sboms: 'default',
};

/** Records the ids that a section has twice: GoReleaser then stops (internal/ids). */
export function findDuplicateIds(making: Making, config: YamlValue, builds: readonly PlannedBuild[]): void {
	const find = (section: string, ids: readonly (string | undefined)[]) => {
		const counts = new Map<string, number>();
		for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
		for (const [id, count] of counts)
			if (count > 1)
				making.stop({
					said: `found ${count} ${section} with the ID '${id}'`,
					place: at(making.path, entryOf(config, section)?.keyNode),
				});
	};
	find(
		'builds',
		builds.map(({ id }) => id),
	);
	const { project, major } = making.conditions;
	const listed = (section: string, standard: string | undefined) => items(get(config, section)).map(item => textOf(item, 'id') ?? standard);
	find('universal_binaries', listed('universal_binaries', project));
	for (const [section, standard] of Object.entries(sections)) if (major === 2 || section !== 'binary_signs') find(section, listed(section, standard));
}
