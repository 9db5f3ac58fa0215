import type { YamlValue } from '../../../syntax/yaml/file';
import { asText, get } from '../../../syntax/yaml/lookup';
import { at } from '../../../text/place';
import { apiVersion } from '../../ci/environment';
import { releasing } from '../../ci/releasing';
import type { Fact, Read } from '../../core/database';
import { repository } from '../../core/inputs';
import { identity } from '../../plugin/identity';
import { builds } from '../builds';
import { conditionsOf } from '../conditions';
import { configPath, hashicorpPipeline, root } from '../config';
import { lastingDraft } from '../drafts';
import { mistakesIn } from '../goreleaser/decode';
import { unknownFlags } from '../goreleaser/flags';
import { refusal } from '../goreleaser/refusal';
import { major } from '../goreleaser/runs';
import type { Platform } from '../install/getter';
import { commonPlatforms, type Published, verdictOn } from '../install/judge';
import { reasonOf } from '../install/reason';
import { texts } from '../plan/option';
import { type Plan, planOf } from '../plan/plan';
import { reportedBy } from '../reported';
import type { Preview, PreviewAsset, PreviewPlatform, Remark } from './model';
import { tagProblem } from './nextTag';
import { publishers } from './publishers';
import { isTold, skipsSigning, usesPro } from './running';

/** The release of a tag, evaluated. */
export const preview: Fact<Preview, string> = (read, tag) => {
	const version = tag.replace(/^v/, '');
	const path = read(configPath);
	const problem = tagProblem(tag);
	const base = {
		...{ tag, version, ...(path === undefined ? {} : { config: path }), assumed: false },
		goreleaser: { major: read(major) ?? (2 as const), known: read(major) !== undefined },
		publishers: read(publishers, tag),
		mayPublish: read(releasing).unknown || read(hashicorpPipeline),
		portal: isTold(read, tag),
	};
	const onTag: readonly Remark[] = problem === undefined ? [] : [{ text: problem }];
	const again: readonly Remark[] = read(repository).tags.includes(tag)
		? [{ text: `Tag \`${tag}\` already exists, and its release may differ: these files are evaluated as they are now.` }]
		: [];
	const config = read(root);
	const nothing = { assets: [], platforms: [] };
	if (config === undefined) return { ...base, ...nothing, stops: onTag, unknown: [...again, { text: withoutConfig(read, path), place: at(path ?? 'go.mod') }] };
	const refused = [...refusals(read), ...flags(read)];
	if (refused.length > 0) return { ...base, ...nothing, stops: [...onTag, ...refused], unknown: again };
	const reported = reports(read, version);
	const made = evaluated(read, config, version, base.goreleaser, onTag);
	const draft = read(lastingDraft);
	const unknown = [
		...again,
		...made.unknown,
		...(reported === undefined && made.assets.length > 0 ? [{ text: 'The version that the plugin reports is not known.', place: at(config.path) }] : []),
		...(draft === undefined ? [] : [{ text: 'The release stays a draft until somebody publishes it.', place: draft }]),
	];
	return { ...base, ...made, unknown, ...(reported === undefined ? {} : { reports: reported }) };
};

type Config = { readonly path: string; readonly value: YamlValue };
type Evaluated = Pick<Preview, 'goreleaser' | 'stops' | 'unknown' | 'assumed' | 'assets' | 'platforms'>;

/** What GoReleaser makes of a config that it decodes, and what `packer init` does with that. */
function evaluated(read: Read, { path, value }: Config, version: string, { major, known }: Preview['goreleaser'], onTag: readonly Remark[]): Evaluated {
	const unknown: Remark[] = [];
	if (read(usesPro) && mistakesIn(value, 2).length > 0)
		return {
			goreleaser: { major, known },
			assumed: false,
			stops: onTag,
			unknown: [{ text: 'GoReleaser Pro is used, whose own options are not evaluated.', place: at(path) }],
			assets: [],
			platforms: [],
		};
	const [mistake] = known ? [] : mistakesIn(value, major);
	if (mistake) unknown.push({ text: `GoReleaser 2 would reject option \`${mistake.option}\`, so GoReleaser 1 is evaluated.`, place: at(path, mistake.node) });
	const goreleaser = { major: mistake ? (1 as const) : major, known };
	const conditions = conditionsOf(read, version, goreleaser.major);
	let assumed = false;
	const env = (name: string) => {
		const said = conditions.env(name);
		if (said !== undefined || name !== 'API_VERSION') return said;
		assumed = true;
		return apiVersion;
	};
	const plan = planOf(path, value, { ...conditions, env });
	if (assumed) unknown.push({ text: `What \`API_VERSION\` holds is not known. Names are shown for \`${apiVersion}\`.`, place: at(path) });
	unknown.push(...plan.gaps.map(({ why, place }) => ({ text: `${why.slice(0, 1).toUpperCase()}${why.slice(1)}.`, place })));
	const stops = unique(plan.stops.map(({ said, place }) => ({ text: `GoReleaser stops: \`${said.replaceAll('`', "'")}\`.`, place })));
	if (stops.length > 0) return { goreleaser, assumed, stops: [...onTag, ...stops], unknown, assets: [], platforms: [] };
	const off = ['disable', 'skip_upload'].find(key => asText(get(value, 'release', key)) === 'true');
	if (off !== undefined)
		unknown.push({
			text: `GoReleaser does not upload (\`release.${off}\`), so what is on the release page is not known.`,
			place: at(path, get(value, 'release', off)?.node),
		});
	const released = texts(get(value, 'release'), 'ids');
	const assets = plan.assets.filter(
		({ id, kind }) => released.length === 0 || kind === 'source' || kind === 'extra' || (id !== undefined && released.includes(id)),
	);
	return { goreleaser, assumed, stops: onTag, unknown, ...shown({ name: read(identity).name, version, assets, sums: plan.sums }, plan, !read(skipsSigning)) };
}

function shown(published: Published, plan: Plan, signs: boolean): Pick<Preview, 'assets' | 'platforms'> {
	const built = published.assets.flatMap(({ os, arch }) => (os === undefined || arch === undefined ? [] : [{ os, arch }]));
	const all = [...commonPlatforms, ...built].filter((one, i, each) => each.findIndex(other => same(one, other)) === i);
	const verdicts = all.map(platform => ({ platform, verdict: verdictOn(published, platform) }));
	const platforms = verdicts.map(({ platform, verdict }): PreviewPlatform => {
		const why = reasonOf(verdict, published, platform);
		const common = commonPlatforms.some(one => same(one, platform));
		const base = { platform: `${platform.os}/${platform.arch}`, common };
		// What was not evaluated may be for it.
		if (!verdict.installs && verdict.why === 'not-built' && plan.gaps.length > 0) return { ...base, why: 'Not known.' };
		return { ...base, installs: verdict.installs, ...(why === undefined ? {} : { why }) };
	});
	const assets = published.assets.map((asset): PreviewAsset => {
		const { name, kind, place, os, arch, binaries } = asset;
		const [entry] = binaries;
		const found = verdicts.find(({ platform }) => platform.os === os && platform.arch === arch);
		const base = { name, kind, place, ...(entry ? { entry: entry.entry } : {}) };
		if (found === undefined) return base;
		const installs = found.verdict.installs && found.verdict.asset === asset;
		const why = found.verdict.installs
			? installs
				? undefined
				: `Packer installs \`${found.verdict.asset.name}\` instead.`
			: reasonOf('asset' in found.verdict && found.verdict.why === 'name' ? { ...found.verdict, asset } : found.verdict, published, found.platform);
		return { ...base, platform: `${os}/${arch}`, installs, ...(why === undefined ? {} : { why }) };
	});
	const sums = plan.sums.flatMap(({ name, place }): PreviewAsset[] => (name === undefined ? [] : [{ name, kind: 'checksums', place }]));
	const signatures = (signs ? sums : []).flatMap(({ name, place }) =>
		plan.signatures.map((one): PreviewAsset => ({ name: one.replace('$artifact', name), kind: 'signature', place })),
	);
	return { assets: [...assets, ...sums, ...signatures], platforms };
}

const same = (a: Platform, b: Platform) => a.os === b.os && a.arch === b.arch;

/** Why GoReleaser rejects the config before it does anything. */
function refusals(read: Read): readonly Remark[] {
	const found = read(refusal);
	if (found === undefined) return [];
	const { path, run, said, mistakes, version } = found;
	const [mistake] = mistakes;
	const lacks = run.major === 2 && version === undefined ? 'requires `version: 2`, ' : '';
	const because = mistake?.kind === 'unknown' ? `${lacks}has no option \`${mistake.option}\`, and ` : lacks.replace(/, $/, ' and ');
	return [{ text: `GoReleaser ${run.major} ${because}rejects the config: \`${said}\`.`, place: mistake ? at(path, mistake.node) : (version ?? at(path)) }];
}

/** The flags at which GoReleaser stops before it reads its config. */
const flags = (read: Read): readonly Remark[] =>
	read(unknownFlags).map(({ flag, major, place }) => ({ text: `GoReleaser ${major} stops: \`unknown flag: ${flag}\`.`, place }));

function withoutConfig(read: Read, path: string | undefined): string {
	if (path !== undefined) return 'The GoReleaser config cannot be read whole.';
	if (read(hashicorpPipeline)) return "HashiCorp's own pipeline releases the plugin, which is not evaluated.";
	const { steps, byHand } = read(releasing);
	return steps.length + byHand.length > 0
		? 'Files are published without GoReleaser, so their names are not known.'
		: 'There is no GoReleaser config, and nothing that publishes files.';
}

/** What the plugin reports: of several builds the one that is wrong; undefined where none is known to be, and not all are known. */
function reports(read: Read, version: string): Preview['reports'] {
	const all = (read(builds) ?? []).map(build => reportedBy(read, build, version)?.text);
	const wrong = all.find(text => text !== undefined && text !== version);
	if (wrong !== undefined) return { version: wrong, matches: false };
	return all.length === 0 || all.includes(undefined) ? undefined : { version, matches: true };
}

const unique = (all: readonly Remark[]) => all.filter((one, i) => all.findIndex(({ text }) => text === one.text) === i);
