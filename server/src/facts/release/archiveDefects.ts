import type { YamlMap, YamlValue } from '../../syntax/yaml/file';
import { asScalar, entryOf, get, items } from '../../syntax/yaml/lookup';
import { type Edit, replace } from '../../text/edit';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { archives, builds } from './builds';
import { published } from './config';
import { addRaw, asMap } from './edits';
import { major } from './goreleaser/runs';
import { formatsOn } from './plan/archives';
import type { PlannedArchive } from './plan/asset';
import { isOn, textOf } from './plan/option';

/** An archive whose files Packer cannot open or find a binary in. */
export interface ArchiveDefect {
	readonly place: Place;
	/** The format, or the directory, as the config says it. */
	readonly said: string;
	/** Whether that is GoReleaser's default, which the config does not say. */
	readonly standard: boolean;
}

/** The archives that are not zip files on a platform, where no other one is. */
export const unzipped: Fact<readonly ArchiveDefect[]> = read =>
	unzippedArchives(read).map(({ archive, os, format }) => ({
		place: formatPlace(read, archive, os),
		said: format,
		standard: formatEntry(archive, os) === undefined,
	}));

/** The edits that make every archive a zip file. */
export function zipEdits(read: Read): readonly Edit[] {
	const path = read(published)?.path;
	return unzippedArchives(read).flatMap(({ archive, os }) => {
		const entry = formatEntry(archive, os);
		const map = asMap(archive.node);
		if (path === undefined) return [];
		const list = entry?.key === 'formats' || (entry === undefined && read(major) !== 1);
		if (entry) return [replace(at(path, entry.value.node), list ? '[zip]' : 'zip')];
		return map ? addRaw(read, path, map, list ? 'formats: [zip]' : 'format: zip') : [];
	});
}

interface Unzipped {
	readonly archive: PlannedArchive;
	/** The operating system whose override says so; empty for the format of all. */
	readonly os: string;
	readonly format: string;
}

function unzippedArchives(read: Read): readonly Unzipped[] {
	const all = read(archives) ?? [];
	const targets = (read(builds) ?? []).map(build => ({ id: build.id, systems: new Set(build.targets.map(({ os }) => os)) }));
	const packs = (archive: PlannedArchive, id: string) => archive.ids.length === 0 || archive.ids.includes(id);
	const zipped = (os: string) =>
		all.some(archive => targets.some(({ id, systems }) => packs(archive, id) && systems.has(os)) && formatsOn(archive, os).includes('zip'));
	const found: Unzipped[] = [];
	for (const archive of all)
		for (const os of new Set(targets.flatMap(({ id, systems }) => (packs(archive, id) ? [...systems] : [])))) {
			const [format] = formatsOn(archive, os);
			if (format === undefined || zipped(os) || formatsOn(archive, os).includes('none')) continue;
			const own = archive.overrides.find(other => os.startsWith(other.os))?.os ?? '';
			if (!found.some(one => one.archive === archive && one.os === own)) found.push({ archive, os: own, format });
		}
	return found;
}

/** The option that sets the format of an archive, on an operating system where its override does. */
function formatEntry({ node }: PlannedArchive, os: string) {
	const holder: YamlValue | undefined = os === '' ? node : items(get(node, 'format_overrides')).find(other => textOf(other, 'goos') === os);
	return entryOf(holder, 'formats') ?? entryOf(holder, 'format');
}

function formatPlace(read: Read, archive: PlannedArchive, os: string): Place {
	const entry = formatEntry(archive, os);
	return entry ? at(read(published)?.path ?? '', entry.value.node) : archive.place;
}

/** The archives that put the binary into a directory. */
export const wrapped: Fact<readonly ArchiveDefect[]> = read => {
	const path = read(published)?.path;
	return (read(archives) ?? []).flatMap(({ node, wrap }): ArchiveDefect[] => {
		const scalar = asScalar(get(node, 'wrap_in_directory'));
		if (wrap === undefined || scalar === undefined || path === undefined || /^\{\{/.test(scalar.text)) return [];
		return [{ place: at(path, scalar.node), said: scalar.text, standard: false }];
	});
};

/** What is wrong with the checksums of a release besides their file's name: another algorithm, a file for each archive, or none. */
export const checksumDefect: Fact<
	{ readonly kind: 'algorithm' | 'split' | 'disabled'; readonly said: string; readonly place: Place; readonly right: string } | undefined
> = read => {
	const config = read(published);
	const options: YamlMap | undefined = asMap(get(config?.value, 'checksum'));
	if (config === undefined || options === undefined || items(get(config.value, 'release', 'extra_files')).length > 0) return undefined;
	const placeOf = (key: string) => at(config.path, entryOf(options, key)?.value.node);
	if (isOn(options, 'disable')) return { kind: 'disabled', said: 'true', place: placeOf('disable'), right: 'false' };
	if (isOn(options, 'split')) return { kind: 'split', said: 'true', place: placeOf('split'), right: 'false' };
	const algorithm = textOf(options, 'algorithm');
	return algorithm === undefined || algorithm === 'sha256' ? undefined : { kind: 'algorithm', said: algorithm, place: placeOf('algorithm'), right: 'sha256' };
};
