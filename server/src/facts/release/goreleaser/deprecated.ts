import { gte } from 'semver';
import type { YamlEntry, YamlValue } from '../../../syntax/yaml/file';
import { asScalar, asText, entryOf, get, items } from '../../../syntax/yaml/lookup';
import { type Edit, replace } from '../../../text/edit';
import { at, type Place } from '../../../text/place';
import type { Fact } from '../../core/database';
import { root } from '../config';
import { versionEdits } from './corrections';
import { refusal } from './refusal';
import { major, runs } from './runs';

/** An option that GoReleaser 2 still takes, and warns about; the edits that write what it asks for, where we know them. */
export interface DeprecatedOption {
	readonly option: string;
	readonly instead: string;
	readonly place: Place;
	readonly edits?: readonly Edit[];
}

/** The options that GoReleaser 2 deprecated (its list of deprecations, "Active"): where, the option, its successor, and since when there is one. */
const deprecated: ReadonlyArray<readonly [section: string, option: string, instead: string, since: string]> = [
	['archives', 'format', 'formats', '2.6.0'],
	['archives', 'builds', 'ids', '2.8.0'],
	['archives.format_overrides', 'format', 'formats', '2.6.0'],
	['builds', 'gobinary', 'tool', '2.5.0'],
	['nfpms', 'builds', 'ids', '2.8.0'],
	['snapcrafts', 'builds', 'ids', '2.8.0'],
	['snapshot', 'name_template', 'version_template', '2.2.0'],
];

/** The deprecated options of a config that GoReleaser 2 takes, by section. */
export const deprecatedOptions: Fact<readonly DeprecatedOption[]> = read => {
	const config = read(root);
	if (config === undefined || read(major) !== 2 || read(refusal) !== undefined) return [];
	const oldest = read(runs).flatMap(({ exact }) => exact ?? []);
	return deprecated
		.filter(([, , , since]) => oldest.every(exact => gte(exact, since)))
		.flatMap(([section, option, instead]) =>
			sectionsOf(config.value, section.split('.')).flatMap(map => {
				const entry = entryOf(map, option);
				return entry === undefined ? [] : [described(config.path, `${section}.${option}`, instead, entry, entryOf(map, instead) !== undefined)];
			}),
		);
};

/** Every mapping below a path of sections, each a mapping or a list of them. */
function sectionsOf(value: YamlValue, path: readonly string[]): readonly YamlValue[] {
	const [first, ...rest] = path;
	if (first === undefined) return [value];
	const found = get(value, first);
	return (found?.kind === 'list' ? items(found) : found === undefined ? [] : [found]).flatMap(one => sectionsOf(one, rest));
}

function described(path: string, option: string, name: string, { keyNode, value, merged }: YamlEntry, both: boolean): DeprecatedOption {
	const scalar = asScalar(value);
	const becomesList = name === 'formats';
	const editable = !both && !merged && (!becomesList || (scalar !== undefined && /^[\w.-]+$/.test(asText(scalar) ?? '')));
	const edits = [replace(at(path, keyNode), name), ...(becomesList && scalar ? [replace(at(path, scalar.node), `[${scalar.text}]`)] : [])];
	const section = option.slice(0, option.lastIndexOf('.') + 1);
	return { option, instead: section + name, place: at(path, keyNode), ...(editable ? { edits } : {}) };
}

/** The version that a config does not have or has wrong, where GoReleaser 2 takes it and warns; the edits that set it. */
export interface MissingVersion {
	readonly path: string;
	readonly version?: string;
	readonly place: Place;
	readonly edits: readonly Edit[];
}

/** What is wrong with the `version` of a config that GoReleaser 2 takes; undefined if it says 2. */
export const missingVersion: Fact<MissingVersion | undefined> = read => {
	const config = read(root);
	if (config === undefined || read(major) !== 2 || read(refusal) !== undefined) return undefined;
	const { path, value } = config;
	const scalar = asScalar(get(value, 'version'));
	if (value.kind !== 'map' || value.entries.length === 0 || asText(scalar) === '2') return undefined;
	const place = scalar ? at(path, scalar.node) : at(path);
	return { path, place, ...(scalar ? { version: scalar.text } : {}), edits: versionEdits(path, value, scalar && place) };
};
