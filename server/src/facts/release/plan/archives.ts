import type { YamlValue } from '../../../syntax/yaml/file';
import { get, items } from '../../../syntax/yaml/lookup';
import { at } from '../../../text/place';
import type { Asset, PlannedArchive } from './asset';
import { type Binary, trimmed } from './builds';
import { entriesOf } from './entries';
import { groupsOf } from './groups';
import type { Making } from './making';
import { isOn, itemPlace, templateAt, textOf, texts } from './option';

const platform =
	'{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}';

/** The archives of a config (internal/pipe/archive, Default). */
export function plannedArchives(making: Making, config: YamlValue): readonly PlannedArchive[] {
	const { path, conditions } = making;
	const listed: readonly (YamlValue | undefined)[] = items(get(config, 'archives'));
	return (listed.length === 0 ? [undefined] : listed).map((item, index): PlannedArchive => {
		const place = item ? itemPlace(path, item) : at(path);
		const said = formatsOf(item);
		const formats = said.length === 0 ? ['tar.gz'] : said;
		const wrap = textOf(item, 'wrap_in_directory') ?? 'false';
		const name = templateAt(path, get(item, 'name_template')) ?? { text: `{{ .${formats.includes('binary') ? 'Binary' : 'ProjectName'} }}_${platform}`, place };
		// Without a format, GoReleaser 1 has an archive of none, and GoReleaser 2 skips what says too little.
		const overrides = items(get(item, 'format_overrides'))
			.map(other => ({ os: textOf(other, 'goos') ?? '', formats: conditions.major === 1 ? [textOf(other, 'format') ?? ''] : formatsOf(other) }))
			.filter(({ os, formats }) => conditions.major === 1 || (os !== '' && formats.length > 0));
		return {
			...{ index, id: textOf(item, 'id') ?? 'default', place, name, formats, ...(item ? { node: item } : {}) },
			ids: [...texts(item, 'ids'), ...texts(item, 'builds')],
			overrides,
			bare: isOn(item, 'strip_binary_directory') || isOn(item, 'strip_parent_binary_folder'),
			...(wrap === 'false' ? {} : { wrap: wrap === 'true' ? name : { text: wrap, place: templateAt(path, get(item, 'wrap_in_directory'))?.place ?? place } }),
		};
	});
}

const formatsOf = (item: YamlValue | undefined) => [...texts(item, 'formats'), ...texts(item, 'format')];

/** The formats of an archive on an operating system. */
export const formatsOn = ({ formats, overrides }: Pick<PlannedArchive, 'formats' | 'overrides'>, os: string): readonly string[] =>
	overrides.find(other => os.startsWith(other.os))?.formats ?? formats;

/** The assets that the archives make of the binaries. Records why GoReleaser stops at them. */
export function archived(making: Making, archives: readonly PlannedArchive[], binaries: readonly Binary[]): readonly Asset[] {
	const taken = new Set<string>();
	const assets: Asset[] = [];
	for (const archive of archives) {
		if (making.exhausted) {
			making.gap({ why: 'the config has more archives than are evaluated', place: archive.place });
			return assets;
		}
		if (isOn(archive.node, 'meta')) {
			for (const format of archive.formats) assets.push(...pack(making, archive, [], format, taken));
			continue;
		}
		const groups = groupsOf(
			binaries.filter(({ id }) => archive.ids.length === 0 || (id !== undefined && archive.ids.includes(id))),
			making.conditions.major,
		);
		const uneven = new Set(groups.map(group => group.length)).size > 1;
		if (uneven && !archive.formats.includes('binary') && !isOn(archive.node, 'allow_different_binary_count'))
			making.stop({
				said: `invalid archive: ${archive.index}: archive has different count of binaries for each platform, which may cause your users confusion.`,
				place: archive.place,
			});
		else
			for (const group of groups)
				for (const format of formatsOn(archive, (group[0] as Binary).os)) {
					if (format === 'binary') assets.push(...group.flatMap(binary => plain(making, archive, binary) ?? []));
					else if (format !== 'none') assets.push(...pack(making, archive, group, format, taken));
				}
	}
	return assets;
}

const formats: Readonly<Record<1 | 2, readonly string[]>> = {
	1: ['tar.gz', 'tgz', 'tar', 'gz', 'tar.xz', 'txz', 'tar.zst', 'zip'],
	2: ['tar.gz', 'tgz', 'tar', 'gz', 'tar.xz', 'txz', 'tar.zst', 'tzst', 'zip'],
};

const fieldsOf = ({ fields, base, name }: Binary) => {
	const { Target, ...platform } = fields;
	return { ...platform, ...(Target === undefined ? {} : { Target }), Binary: base, ArtifactName: name };
};

function pack(making: Making, archive: PlannedArchive, group: readonly Binary[], format: string, taken: Set<string>): readonly Asset[] {
	const [first] = group;
	const names = new Set(
		first === undefined ? [making.text(archive.name, 'general', {})] : group.map(binary => making.text(archive.name, 'artifact', fieldsOf(binary))),
	);
	const [folder, ...others] = names;
	if (folder === undefined) return [];
	if (others.length > 0) making.gap({ why: 'GoReleaser names the archive after any of several binaries', place: archive.name.place });
	const name = trimmed(`${folder}.${format}`);
	const said = `archive named ${`dist/${folder}.${format}`.replace(/\/\/+/g, '/')} already exists. Check your archive name template`;
	if (taken.has(name)) making.stop({ said, place: archive.name.place });
	taken.add(name);
	if (!formats[making.conditions.major].includes(format)) {
		making.stop({ said: `invalid archive format: ${format}`, place: archive.place });
		return [];
	}
	const wrap = archive.wrap && (first === undefined ? making.text(archive.wrap, 'general', {}) : making.text(archive.wrap, 'artifact', fieldsOf(first)));
	const { binaries, files } = entriesOf(making, archive, group, wrap ?? '');
	if (format === 'gz' && binaries.length + (files?.length ?? 0) > 1) making.stop({ said: 'only one file can be archived in gz format', place: archive.place });
	const twice = binaries.find(({ entry }, i) => files?.includes(entry) === true || binaries.slice(0, i).some(other => other.entry === entry));
	if (twice && format !== 'gz') making.stop({ said: `add ${twice.entry}: file already exists`, place: archive.place });
	if (first === undefined && files?.length === 0) making.stop({ said: 'no files found', place: archive.place });
	const where = first === undefined ? {} : { os: first.os, arch: first.arch };
	return [{ name, kind: 'archive', place: archive.name.place, id: archive.id, ...where, format, binaries, files, archive }];
}

function plain(making: Making, archive: PlannedArchive, binary: Binary): Asset | undefined {
	const text = making.text(archive.name, 'artifact', fieldsOf(binary));
	if (text === undefined) return undefined;
	const { os, arch } = binary;
	const name = trimmed(text + binary.ext);
	return {
		name,
		kind: 'binary',
		place: archive.name.place,
		id: archive.id,
		os,
		arch,
		format: 'binary',
		binaries: [{ entry: name, binary }],
		files: [],
		archive,
	};
}
