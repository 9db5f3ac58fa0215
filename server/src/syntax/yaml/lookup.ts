import type { YamlEntry, YamlScalar, YamlValue } from './file';

/** The entry of a key in a map; the last one where it is repeated, as Go's YAML reader would have it. */
export const entryOf = (value: YamlValue | undefined, key: string): YamlEntry | undefined =>
	value?.kind === 'map' ? value.entries.findLast(entry => entry.key === key) : undefined;

/** What stands under a path of keys, or undefined. */
export function get(value: YamlValue | undefined, ...keys: readonly string[]): YamlValue | undefined {
	let at = value;
	for (const key of keys) at = entryOf(at, key)?.value;
	return at;
}

/** The entries of a map; none of anything else. */
export const entries = (value: YamlValue | undefined): readonly YamlEntry[] => (value?.kind === 'map' ? value.entries : []);

/** The items of a list; none of anything else. */
export const items = (value: YamlValue | undefined): readonly YamlValue[] => (value?.kind === 'list' ? value.items : []);

/** The items of a list, or a single value as the only one, as many options of GitHub Actions and GoReleaser allow; none of null. */
export function itemsOrOne(value: YamlValue | undefined): readonly YamlValue[] {
	if (value?.kind === 'list') return value.items;
	return value === undefined || isNull(value) ? [] : [value];
}

/** A scalar, or undefined. */
export const asScalar = (value: YamlValue | undefined): YamlScalar | undefined => (value?.kind === 'scalar' ? value : undefined);

/** The text of a scalar, whatever its type; undefined of a null and of anything else. */
export const asText = (value: YamlValue | undefined): string | undefined => (value?.kind === 'scalar' && value.value !== null ? value.text : undefined);

/** A boolean, or undefined. */
export const asBool = (value: YamlValue | undefined): boolean | undefined =>
	value?.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : undefined;

/** Whether a value is there and is null. */
export const isNull = (value: YamlValue | undefined): boolean => value?.kind === 'scalar' && value.value === null;
