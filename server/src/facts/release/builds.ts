import type { YamlScalar, YamlValue } from '../../syntax/yaml/file';
import { asScalar, asText, get, items, itemsOrOne } from '../../syntax/yaml/lookup';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { dirname, join } from '../core/paths';
import { goSourcesIn } from '../go/sources';
import { entry, servingDirectories } from '../plugin/entry';
import { published } from './config';
import { project } from './project';
import { type Target, targetsOf } from './targets';

/** A template in the config: its text, and where it stands; the item that lacks it, where it is GoReleaser's own default. */
export interface Template {
	readonly text: string;
	readonly place: Place;
	readonly scalar?: YamlScalar;
}

/** One build of a GoReleaser config, defaults filled in. */
export interface Build {
	/** Its number in `builds`. */
	readonly index: number;
	readonly id: string;
	readonly place: Place;
	/** The item of `builds`; undefined for the build that GoReleaser makes where there is none. */
	readonly node?: YamlValue;
	readonly binary: Template;
	readonly targets: readonly Target[];
	/** What is built: a directory or a Go file, relative to the plugin's root. */
	readonly main: string;
	readonly ldflags: readonly Template[];
	/** Whether single platforms have other linker flags. */
	readonly overridden: boolean;
}

/** One archive of a GoReleaser config, defaults filled in. */
export interface Archive {
	readonly id: string;
	readonly place: Place;
	readonly node?: YamlValue;
	readonly name: Template;
	/** Whether it leaves out the directories of `binary`. */
	readonly bare: boolean;
	/** The ids of the builds in it; empty for all. */
	readonly ids: readonly string[];
	/** Its formats on an operating system. */
	readonly formats: Readonly<Record<string, readonly string[]>> & { readonly '': readonly string[] };
}

/** The builds of the plugin that the config makes, without those of other programs; undefined if it has some that we cannot read. */
export const builds: Fact<readonly Build[] | undefined> = read => {
	const config = read(published);
	const name = read(project)?.name;
	if (config === undefined || name === undefined) return undefined;
	const { path } = config;
	const listed = get(config.value, 'builds');
	if (listed?.kind === 'map') return undefined;
	// One binary for both architectures then stands for the two.
	const replaced = items(get(config.value, 'universal_binaries')).some(item => asText(get(item, 'replace')) === 'true');
	const all = items(listed).map((item, index): Build | 'skipped' | undefined => {
		const builder = asText(get(item, 'builder')) ?? 'go';
		const skip = asText(get(item, 'skip'));
		if (skip === 'true') return 'skipped';
		const targets = targetsOf(item)?.filter(({ os }) => os !== 'darwin' || !replaced);
		if (item.kind !== 'map' || builder !== 'go' || targets === undefined || (skip ?? '').includes('{{')) return undefined;
		const dir = asText(get(item, 'dir')) ?? '.';
		const binary = templateAt(path, get(item, 'binary'));
		return {
			index,
			id: asText(get(item, 'id')) ?? name,
			place: itemPlace(path, item),
			node: item,
			binary: binary ?? { text: name, place: itemPlace(path, item) },
			targets,
			main: `${dir}/${asText(get(item, 'main')) ?? '.'}`,
			ldflags: itemsOrOne(get(item, 'ldflags')).flatMap(flag => templateAt(path, flag) ?? []),
			overridden: items(get(item, 'overrides')).some(other => get(other, 'ldflags') !== undefined),
		};
	});
	if (all.includes(undefined)) return undefined;
	if (all.length > 0) return ofPlugin(read, all.filter(build => build !== 'skipped' && build !== undefined) as Build[]);
	const place = at(path);
	return [{ index: 0, id: name, place, binary: { text: name, place }, targets: targetsOf(config.value) ?? [], main: '.', ldflags: [], overridden: false }];
};

/** The builds that are not of another program, where some are of the package that serves the plugin. */
function ofPlugin(read: Read, all: readonly Build[]): readonly Build[] {
	const own = read(entry)?.dir;
	if (own === undefined || !all.some(build => mainDirectory(build) === own)) return all;
	const serving = read(servingDirectories);
	return all.filter(build => {
		const dir = mainDirectory(build);
		return dir === undefined || dir === own || serving.includes(dir) || read(goSourcesIn, dir).length === 0;
	});
}

/** The directory of the package that a build compiles; undefined if the config computes it. */
export const mainDirectory = ({ main }: Pick<Build, 'main'>): string | undefined =>
	main.includes('{{') ? undefined : join(main.endsWith('.go') ? dirname(main) : main);

const platform =
	'{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}';

/** The archives that the config packs builds into, without those that hold none. */
export const archives: Fact<readonly Archive[] | undefined> = read => {
	const config = read(published);
	if (config === undefined) return undefined;
	const { path } = config;
	const listed = get(config.value, 'archives');
	if (listed?.kind === 'map') return undefined;
	const archive = (item: YamlValue | undefined): Archive => {
		const place = item ? itemPlace(path, item) : at(path);
		const strings = (value: YamlValue | undefined) => itemsOrOne(value).flatMap(v => asText(v) ?? []);
		const formats = (of: YamlValue | undefined) => [...strings(get(of, 'formats')), ...strings(get(of, 'format'))];
		const all = formats(item);
		const overrides = items(get(item, 'format_overrides')).map(o => [asText(get(o, 'goos')) ?? '', formats(o)] as const);
		return {
			id: asText(get(item, 'id')) ?? 'default',
			place,
			...(item ? { node: item } : {}),
			name: templateAt(path, get(item, 'name_template')) ?? { text: `{{ .${all.includes('binary') ? 'Binary' : 'ProjectName'} }}_${platform}`, place },
			bare: asText(get(item, 'strip_binary_directory')) === 'true',
			ids: [...strings(get(item, 'ids')), ...strings(get(item, 'builds'))],
			formats: { ...Object.fromEntries(overrides), '': all.length === 0 ? ['tar.gz'] : all },
		};
	};
	const real = items(listed).filter(item => asText(get(item, 'meta')) !== 'true');
	const released = itemsOrOne(get(config.value, 'release', 'ids')).flatMap(id => asText(id) ?? []);
	const all = items(listed).length === 0 ? [archive(undefined)] : real.map(archive);
	if (isAdded(config.value, /\.zip|\*$/)) return [];
	return all.filter(({ id }) => released.length === 0 || released.includes(id));
};

/** Whether the config adds files to a release that something else has made; the documentation, which has a name of its own, aside. */
export const isAdded = (config: YamlValue, named: RegExp): boolean =>
	items(get(config, 'release', 'extra_files')).some(file =>
		['glob', 'name_template'].some(key => named.test((asText(get(file, key)) ?? '').replace(/docs\.zip$/, ''))),
	);

/** Where an item is shown: its first key, and not all its lines. */
export const itemPlace = (path: string, item: YamlValue): Place => at(path, item.kind === 'map' ? (item.entries[0]?.keyNode ?? item.node) : item.node);

/** The template that a scalar is. */
export function templateAt(path: string, value: YamlValue | undefined): Template | undefined {
	const scalar = asScalar(value);
	return scalar === undefined || scalar.value === null || scalar.text === '' ? undefined : { text: scalar.text, place: at(path, scalar.node), scalar };
}
