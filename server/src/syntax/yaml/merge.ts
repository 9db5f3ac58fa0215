import type { YamlEntry, YamlValue } from './file';

/** What a merge needs of the reader. */
interface Reader {
	expand(size: number, start: number, end: number): boolean;
	problem(message: string, start: number, end: number): void;
}

/** Adds what a `<<` names, a map or a list of maps, without what is set already. */
export function mergeInto(
	reader: Reader,
	entries: YamlEntry[],
	seen: Set<string>,
	{ value, start, end }: { value: YamlValue; start: number; end: number },
): void {
	for (const source of value.kind === 'list' ? value.items : [value]) {
		if (source.kind !== 'map') {
			reader.problem('Merge sources must be maps or map aliases', start, end);
			continue;
		}
		for (const entry of source.entries) {
			if (seen.has(entry.key)) continue;
			if (!reader.expand(1, start, end)) return;
			seen.add(entry.key);
			entries.push({ ...entry, merged: true });
		}
	}
}
