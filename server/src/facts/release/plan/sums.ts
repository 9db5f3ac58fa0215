import type { YamlValue } from '../../../syntax/yaml/file';
import { asText, entryOf, get, items } from '../../../syntax/yaml/lookup';
import { at, type Place } from '../../../text/place';
import { basename } from '../../core/paths';
import type { Asset } from './asset';
import { trimmed } from './builds';
import type { Making } from './making';
import { isOn, itemPlace, type Template, templateAt, textOf, texts } from './option';

/** A checksum file, and the names of the assets whose sums it has. */
export interface Sums {
	/** Undefined where it is not known before the release. */
	readonly name: string | undefined;
	readonly template: Template;
	readonly algorithm: string;
	/** Whether each asset has a file of its own, which then holds no name. */
	readonly split: boolean;
	readonly names: readonly string[];
	readonly place: Place;
}

const algorithms = /^(?:sha256|sha512|sha1|crc32|md5|sha224|sha384|sha3-(?:224|256|384|512)|blake2[sb]|blake3)$/;

/** The checksum files of a release: one, or one for each asset with `split`; none where they are off, or there is nothing to sum (internal/pipe/checksums). */
export function sumsOf(making: Making, config: YamlValue, assets: readonly Asset[]): readonly Sums[] {
	const entry = entryOf(config, 'checksum');
	const options = entry?.value;
	if (isOn(options, 'disable')) return [];
	const ids = texts(options, 'ids');
	const summed = [
		...assets.filter(({ id, kind }) => kind !== 'extra' && (ids.length === 0 || kind === 'source' || (id !== undefined && ids.includes(id)))),
		...extraFiles(making, options),
	];
	const algorithm = textOf(options, 'algorithm') ?? 'sha256';
	const place = at(making.path, entry?.keyNode);
	const split = isOn(options, 'split');
	const standard = split ? '{{ .ArtifactName }}.{{ .Algorithm }}' : '{{ .ProjectName }}_{{ .Version }}_checksums.txt';
	const template = templateAt(making.path, get(options, 'name_template')) ?? { text: standard, place };
	if (!split) {
		const name = making.text(template, 'general', {});
		if (summed.length === 0) return [];
		if (!known(algorithm, making.conditions.major)) making.stop({ said: `invalid algorithm: ${algorithm}`, place });
		return [{ name: name && trimmed(name), template, algorithm, split, names: summed.map(asset => asset.name).sort(), place }];
	}
	if (summed.length === 0) making.stop({ said: `there are no artifacts to ${making.conditions.major === 2 ? 'checksum' : 'sign'}`, place });
	if (!known(algorithm, making.conditions.major)) making.stop({ said: `invalid algorithm: ${algorithm}`, place });
	return summed.map(asset => {
		const { fields = {} } = asset.binaries[0]?.binary ?? {};
		const name = making.text(template, 'sum', { ...fields, ArtifactName: asset.name, Algorithm: algorithm });
		return { name: name && trimmed(name), template, algorithm, split, names: [asset.name], place };
	});
}

const known = (algorithm: string, major: 1 | 2) => algorithms.test(algorithm) && !(major === 1 && algorithm === 'blake3');

/** The files that an option `extra_files` adds, by the names that they get. */
export function extraFiles(making: Making, options: YamlValue | undefined): readonly Asset[] {
	return items(get(options, 'extra_files')).flatMap((item): Asset[] => {
		const place = itemPlace(making.path, item);
		const glob = templateAt(making.path, get(item, 'glob'));
		const renamed = templateAt(making.path, get(item, 'name_template'));
		const pattern = glob && making.text(glob, 'general', {});
		const name = renamed && making.text(renamed, 'general', {});
		if (pattern === undefined || pattern === '' || (renamed !== undefined && name === undefined)) return [];
		const extra = (text: string): Asset => ({ name: text, kind: 'extra', place, binaries: [], files: [] });
		const found = making.conditions.glob(pattern);
		if (found !== undefined && found.length > 1 && name !== undefined) {
			making.stop({ said: `failed to add extra_file: "${asText(get(item, 'glob'))}" -> "${renamed?.text}": glob matches multiple files`, place });
			return [];
		}
		if (found !== undefined && found.length > 0) return name === undefined ? found.map(file => extra(basename(file))) : [extra(name)];
		// A hook may make what is not there yet.
		if (name !== undefined) return [extra(name)];
		if (!/[*?[{]/.test(pattern)) return [extra(basename(pattern))];
		making.gap({ why: `what \`${pattern}\` matches is not known before the release`, place });
		return [];
	});
}
