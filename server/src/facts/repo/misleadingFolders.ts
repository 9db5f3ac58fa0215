import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { dirname } from '../core/paths';
import { directivePlace, directives } from '../generated/directives';

/** A folder that struct-markdown takes for the root of a repository: one of `packer` itself, for which it writes nothing, or one of another `plugin`. */
export interface MisleadingFolder {
	readonly kind: 'packer' | 'plugin';
	readonly folder: string;
	readonly places: readonly Place[];
}

/** The folders between files with a struct-markdown directive and the plugin's root that struct-markdown takes for the root (SDK struct_markdown.go). */
export const misleadingFolders: Fact<readonly MisleadingFolder[]> = read => {
	const found = new Map<string, { kind: MisleadingFolder['kind']; folder: string; places: Place[] }>();
	for (const directive of read(directives)) {
		if (directive.command !== 'struct-markdown') continue;
		for (let dir = dirname(directive.path); dir !== ''; dir = dirname(dir)) {
			const [, packer, plugin] = /(?:^|\/)(?:(packer|packer-internal)|(packer-plugin-[^/]*))$/.exec(dir) ?? [];
			if (packer === undefined && plugin === undefined) continue;
			const entry = found.get(dir) ?? { kind: packer === undefined ? ('plugin' as const) : ('packer' as const), folder: dir, places: [] };
			entry.places.push(directivePlace(directive));
			found.set(dir, entry);
			break; // the nearest decides
		}
	}
	return [...found.values()];
};
