import type { YamlValue } from '../../../syntax/yaml/file';
import { get, items } from '../../../syntax/yaml/lookup';
import { at } from '../../../text/place';
import { archived, plannedArchives } from './archives';
import type { Asset } from './asset';
import { type Binary, binariesOf, plannedBuilds } from './builds';
import { findDuplicateIds } from './ids';
import { type Conditions, type Gap, Making, type Stop } from './making';
import { isOn, templateAt, textOf } from './option';
import { trySigning } from './signs';
import { extraFiles, type Sums, sumsOf } from './sums';
import { joined } from './universal';

/** What GoReleaser makes of a config: the files of the release, or why it stops; and what is not known before the release. */
export interface Plan {
	/** Why it stops: the reasons of the first stage that has one. Any of them may be the one that GoReleaser gives. */
	readonly stops: readonly Stop[];
	readonly gaps: readonly Gap[];
	readonly binaries: readonly Binary[];
	/** All that is archived or added; what of it is uploaded, `released` says. */
	readonly assets: readonly Asset[];
	readonly sums: readonly Sums[];
	/** The names of the signatures of a checksum file, which `$artifact` stands for. */
	readonly signatures: readonly string[];
}

/** Evaluates a decoded config, stage by stage as GoReleaser does (pkg/defaults, internal/pipeline). */
export function planOf(path: string, config: YamlValue, conditions: Conditions): Plan {
	const environment = withEnvironment(path, config, conditions);
	const making = new Making(path, environment.conditions);
	making.stops.push(...environment.stops);
	const nothing = (): Plan => ({ stops: making.stops, gaps: making.gaps, binaries: [], assets: [], sums: [], signatures: [] });
	if (making.stops.length > 0) return nothing();
	findOwners(making, config);
	if (making.stops.length > 0) return nothing();
	const builds = plannedBuilds(making, config);
	findDuplicateIds(making, config, builds);
	if (making.stops.length > 0) return nothing();
	const archives = plannedArchives(making, config);
	const built = binariesOf(making, builds);
	if (making.stops.length > 0) return nothing();
	const binaries = joined(making, config, built);
	if (making.stops.length > 0) return nothing();
	const assets = archived(making, archives, binaries);
	if (making.stops.length > 0) return nothing();
	const all = [...assets, ...sourceArchive(making, config)];
	for (const section of ['nfpms', 'snapcrafts', 'sboms', 'makeselfs', 'flatpaks', 'srpm'])
		if (get(config, section) !== undefined)
			making.gap({ why: `what \`${section}\` makes is not known before the release`, place: at(path, get(config, section)?.node) });
	const sums = sumsOf(making, config, all);
	if (making.stops.length > 0) return nothing();
	const signatures = trySigning(making, config);
	if (making.stops.length > 0) return nothing();
	const extra = extraFiles(making, get(config, 'release'));
	return { stops: making.stops, gaps: making.gaps, binaries, assets: [...all, ...extra], sums, signatures };
}

/** The conditions with the variables that the config sets, which see only those of the process (internal/pipe/env). */
function withEnvironment(path: string, config: YamlValue, conditions: Conditions): { conditions: Conditions; stops: readonly Stop[] } {
	const outer = new Making(path, conditions);
	const set = new Map(
		items(get(config, 'env')).map(item => {
			const template = templateAt(path, item);
			const text = template && outer.try(template, 'general', {});
			return [(template?.text ?? '').split('=')[0] as string, text === undefined ? undefined : text.slice(text.indexOf('=') + 1)] as const;
		}),
	);
	return { conditions: { ...conditions, env: name => (set.has(name) ? set.get(name) : conditions.env(name)) }, stops: outer.stops };
}

/** More than one forge to release to is one too many (internal/pipe/release). */
function findOwners(making: Making, config: YamlValue): void {
	const release = get(config, 'release');
	const said = ['github', 'gitlab', 'gitea'].filter(forge => ['owner', 'name'].some(key => textOf(get(release, forge), key) !== undefined));
	if (said.length > 1 && textOf(release, 'disable') !== 'true')
		making.stop({ said: 'multiple releases are defined. Only one is allowed', place: at(making.path, release?.node) });
}

function sourceArchive(making: Making, config: YamlValue): readonly Asset[] {
	const options = get(config, 'source');
	if (!isOn(options, 'enabled')) return [];
	const place = at(making.path, options?.node);
	const format = textOf(options, 'format') ?? 'tar.gz';
	if (!/^(?:zip|tar|tgz|tar\.gz)$/.test(format)) making.stop({ said: `invalid source archive format: ${format}`, place });
	const name = making.text(templateAt(making.path, get(options, 'name_template')) ?? { text: '{{ .ProjectName }}-{{ .Version }}', place }, 'general', {});
	return name === undefined ? [] : [{ name: `${name}.${format}`, kind: 'source', place, format, binaries: [], files: undefined }];
}
