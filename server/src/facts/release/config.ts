import type { YamlFile, YamlValue } from '../../syntax/yaml/file';
import { asText, get } from '../../syntax/yaml/lookup';
import { type Publishes, type Release, releasing } from '../ci/releasing';
import { type Workflow, workflows } from '../ci/workflows';
import { yamlFile } from '../ci/yaml';
import type { Fact } from '../core/database';
import { exists, filesIn } from '../core/files';
import { join } from '../core/paths';
import { identity } from '../plugin/identity';

/** Where GoReleaser looks for its config, in its order (cmd/config.go); the last four are where people keep it for `--config`. */
export const configPaths = [
	'.config/goreleaser.yml',
	'.config/goreleaser.yaml',
	'.goreleaser.yml',
	'.goreleaser.yaml',
	'goreleaser.yml',
	'goreleaser.yaml',
	'.github/goreleaser.yml',
	'.github/goreleaser.yaml',
	'.github/.goreleaser.yml',
	'.github/.goreleaser.yaml',
];

/** The GoReleaser config that a release uses: the one that publishing steps and commands read; undefined if there is none. */
export const configPath: Fact<string | undefined> = read => {
	const found = configPaths.find(path => read(exists, path));
	const { steps, byHand } = read(releasing);
	const publishing: readonly Publishes[] = [...[...steps].sort((a, b) => Number(runsForTags(b)) - Number(runsForTags(a))), ...byHand];
	const running = publishing.filter(({ how }) => how === 'goreleaser');
	// What no step names is what GoReleaser finds by itself.
	if (found !== undefined && running.some(({ config }) => config === undefined)) return found;
	const named = running.flatMap(({ config }) => (typeof config === 'string' ? (join(config) ?? []) : []));
	return named.find(path => read(exists, path)) ?? found;
};

const runsForTags = ({ workflow }: Release) => workflow.triggers.some(({ event, tags }) => event === 'release' || tags !== undefined);

/** The GoReleaser config, parsed; undefined if there is none. */
export const config: Fact<{ readonly path: string; readonly file: YamlFile } | undefined> = read => {
	const path = read(configPath);
	const file = path === undefined ? undefined : read(yamlFile, path);
	return path === undefined || file === undefined ? undefined : { path, file };
};

/** What a GoReleaser config says, where it is a mapping and could be parsed whole. */
export const root: Fact<{ readonly path: string; readonly value: YamlValue } | undefined> = read => {
	const found = read(config);
	if (found?.file.root?.kind !== 'map' || found.file.problems.length > 0) return undefined;
	return { path: found.path, value: found.file.root };
};

/**
 * What a GoReleaser config says, where files are published as it says; undefined if it publishes nothing (`release.disable`, `skip_upload`,
 * a config that only pull requests are checked with), and where a part of it stands elsewhere.
 */
export const published: Fact<{ readonly path: string; readonly value: YamlValue } | undefined> = read => {
	const config = read(root);
	if (config === undefined || get(config.value, 'includes') !== undefined) return undefined;
	const off = ['disable', 'skip_upload'].some(key => !/^(?:|false)$/.test(asText(get(config.value, 'release', key)) ?? ''));
	return off || read(isRehearsed) ? undefined : config;
};

/** Whether the config serves to check and build only, what publishes may read another one, or the workflow adds files by hand to what GoReleaser makes. */
const isRehearsed: Fact<boolean> = read => {
	const { steps, byHand, rehearsed, unknown } = read(releasing);
	const publishing = [...steps, ...byHand];
	const running = publishing.filter(({ how }) => how === 'goreleaser');
	if (running.length > 0)
		return running.every(({ config }) => config === null) || steps.some(({ how, workflow }) => how === 'upload' && isReleasedBy(steps, workflow));
	return publishing.length > 0 || (rehearsed && !unknown);
};

const isReleasedBy = (steps: readonly Release[], workflow: Workflow) => steps.some(step => step.how === 'goreleaser' && step.workflow.path === workflow.path);

/**
 * Whether the plugin is released by HashiCorp's own pipeline (`.release/*.hcl`, actions-go-build, releases.hashicorp.com),
 * which names its files otherwise and has no GoReleaser config.
 */
export const hashicorpPipeline: Fact<boolean> = read => {
	if (read(configPath) !== undefined) return false;
	if (read(filesIn, '.release').some(name => name.endsWith('.hcl'))) return true;
	const builds = read(workflows).some(({ jobs }) => jobs.some(({ steps }) => steps.some(step => step.uses?.text.startsWith('hashicorp/actions-go-build@'))));
	return builds && read(identity).owner?.toLowerCase() === 'hashicorp';
};
