import type { YamlScalar, YamlValue } from '../../../syntax/yaml/file';
import { asScalar, asText, get, itemsOrOne } from '../../../syntax/yaml/lookup';
import { at, type Place } from '../../../text/place';

/** A template in a config: its text, and where it stands; the item that lacks it, where it is GoReleaser's own default. */
export interface Template {
	readonly text: string;
	readonly place: Place;
	readonly scalar?: YamlScalar;
}

/** Where an item is shown: its first key, and not all its lines. */
export const itemPlace = (path: string, item: YamlValue): Place => at(path, item.kind === 'map' ? (item.entries[0]?.keyNode ?? item.node) : item.node);

/** The template that a scalar is. */
export function templateAt(path: string, value: YamlValue | undefined): Template | undefined {
	const scalar = asScalar(value);
	return scalar === undefined || scalar.value === null || scalar.text === '' ? undefined : { text: scalar.text, place: at(path, scalar.node), scalar };
}

/** The texts of an option that is a list, or a single text. */
export const texts = (item: YamlValue | undefined, key: string): readonly string[] => itemsOrOne(get(item, key)).flatMap(value => asText(value) ?? []);

/** The text of an option; undefined where it is not set, or empty. */
export const textOf = (item: YamlValue | undefined, key: string): string | undefined => asText(get(item, key)) || undefined;

/** Whether an option that is a boolean is on, in any word that Go's YAML library takes for it. */
export const isOn = (item: YamlValue | undefined, key: string): boolean => /^(?:true|True|TRUE|[yY]|yes|Yes|YES|on|On|ON)$/.test(asText(get(item, key)) ?? '');
