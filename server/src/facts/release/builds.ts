import type { YamlValue } from '../../syntax/yaml/file';
import { asText, get, items, itemsOrOne } from '../../syntax/yaml/lookup';
import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { dirname, join } from '../core/paths';
import { goSourcesIn } from '../go/sources';
import { entry, servingDirectories } from '../plugin/entry';
import { conditionsOf } from './conditions';
import { published } from './config';
import { plannedArchives } from './plan/archives';
import type { PlannedArchive } from './plan/asset';
import { plannedBuilds } from './plan/builds';
import { Making } from './plan/making';
import { isOn, type Template, templateAt, textOf, texts } from './plan/option';
import type { Target } from './plan/targets';
import { project } from './project';

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

/** The builds of the plugin that the config makes, without those of other programs; undefined if it has some that we cannot read. */
export const builds: Fact<readonly Build[] | undefined> = read => {
	const config = read(published);
	const name = read(project)?.name;
	if (config === undefined || name === undefined) return undefined;
	const { path } = config;
	const listed = get(config.value, 'builds');
	if (listed?.kind === 'map') return undefined;
	// One binary for both architectures then stands for the two.
	const replaced = items(get(config.value, 'universal_binaries')).some(item => isOn(item, 'replace'));
	const making = new Making(path, conditionsOf(read));
	const all = plannedBuilds(making, config.value).map((planned): Build | 'skipped' | undefined => {
		const { index, id = name, place, node, builder, binary, targets, main } = planned;
		const skip = textOf(node, 'skip') ?? '';
		if (isOn(node, 'skip')) return 'skipped';
		if ((node !== undefined && node.kind !== 'map') || builder !== 'go' || targets === 'too many' || 'fails' in targets || skip.includes('{{'))
			return undefined;
		if (targets.targets.some(({ name }) => name.includes('{{'))) return undefined;
		return {
			...{ index, id, place, ...(node ? { node } : {}), binary, main },
			targets: targets.targets.filter(({ os }) => os !== 'darwin' || !replaced),
			ldflags: itemsOrOne(get(node, 'ldflags')).flatMap(flag => templateAt(path, flag) ?? []),
			overridden: items(get(node, 'overrides')).some(other => get(other, 'ldflags') !== undefined),
		};
	});
	return all.includes(undefined) ? undefined : ofPlugin(read, all.filter(build => build !== 'skipped' && build !== undefined) as Build[]);
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

/** The archives that the config packs builds into, without those that hold none. */
export const archives: Fact<readonly PlannedArchive[] | undefined> = read => {
	const config = read(published);
	if (config === undefined || get(config.value, 'archives')?.kind === 'map') return undefined;
	const all = plannedArchives(new Making(config.path, conditionsOf(read)), config.value).filter(({ node }) => !isOn(node, 'meta'));
	const released = texts(get(config.value, 'release'), 'ids');
	if (isAdded(config.value, /\.zip|\*$/)) return [];
	return all.filter(({ id }) => released.length === 0 || released.includes(id));
};

/** Whether the config adds files to a release that something else has made; the documentation, which has a name of its own, aside. */
export const isAdded = (config: YamlValue, named: RegExp): boolean =>
	items(get(config, 'release', 'extra_files')).some(file =>
		['glob', 'name_template'].some(key => named.test((asText(get(file, key)) ?? '').replace(/docs\.zip$/, ''))),
	);
