import type { YamlScalar, YamlValue } from '../../syntax/yaml/file';
import { asScalar, asText, get, items, itemsOrOne } from '../../syntax/yaml/lookup';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { root } from './config';
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
	readonly id: string;
	readonly place: Place;
	/** The item of `builds`; undefined for the build that GoReleaser makes where there is none. */
	readonly node?: YamlValue;
	readonly binary: Template;
	readonly targets: readonly Target[];
	/** What is built: a directory or a Go file, relative to the plugin's root. */
	readonly main: string;
	readonly ldflags: readonly Template[];
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

/** The builds of Go binaries that the config makes; undefined where it has some that we cannot read. */
export const builds: Fact<readonly Build[] | undefined> = read => {
	const config = read(root);
	const name = read(project)?.name;
	if (config === undefined || name === undefined) return undefined;
	const { path } = config;
	const listed = get(config.value, 'builds');
	if (listed?.kind === 'map') return undefined;
	const all = items(listed).map((item): Build | 'skipped' | undefined => {
		const builder = asText(get(item, 'builder')) ?? 'go';
		const skip = asText(get(item, 'skip'));
		if (skip === 'true') return 'skipped';
		const targets = targetsOf(item);
		if (item.kind !== 'map' || builder !== 'go' || targets === undefined || (skip ?? '').includes('{{')) return undefined;
		const dir = asText(get(item, 'dir')) ?? '.';
		const binary = templateAt(path, get(item, 'binary'));
		return {
			id: asText(get(item, 'id')) ?? name,
			place: itemPlace(path, item),
			node: item,
			binary: binary ?? { text: name, place: itemPlace(path, item) },
			targets,
			main: `${dir}/${asText(get(item, 'main')) ?? '.'}`,
			ldflags: itemsOrOne(get(item, 'ldflags')).flatMap(flag => templateAt(path, flag) ?? []),
		};
	});
	if (all.includes(undefined)) return undefined;
	if (all.length > 0) return all.filter(build => build !== 'skipped' && build !== undefined) as Build[];
	const place = at(path);
	return [{ id: name, place, binary: { text: name, place }, targets: targetsOf(config.value) ?? [], main: '.', ldflags: [] }];
};

const platform =
	'{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}';

/** The archives that the config packs builds into, without those that hold none. */
export const archives: Fact<readonly Archive[] | undefined> = read => {
	const config = read(root);
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
	const published = itemsOrOne(get(config.value, 'release', 'ids')).flatMap(id => asText(id) ?? []);
	const all = items(listed).length === 0 ? [archive(undefined)] : real.map(archive);
	return all.filter(({ id }) => published.length === 0 || published.includes(id));
};

/** Where an item is shown: its first key, and not all its lines. */
export const itemPlace = (path: string, item: YamlValue): Place => at(path, item.kind === 'map' ? (item.entries[0]?.keyNode ?? item.node) : item.node);

/** The template that a scalar is. */
export function templateAt(path: string, value: YamlValue | undefined): Template | undefined {
	const scalar = asScalar(value);
	return scalar === undefined || scalar.value === null || scalar.text === '' ? undefined : { text: scalar.text, place: at(path, scalar.node), scalar };
}
