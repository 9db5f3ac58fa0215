import type { YamlFile, YamlValue } from '../../syntax/yaml/file';
import { releasing } from '../ci/releasing';
import { workflows } from '../ci/workflows';
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

/** The GoReleaser config that a release uses: the one a workflow names, else the first that GoReleaser finds; undefined where there is none. */
export const configPath: Fact<string | undefined> = read => {
	const named = read(releasing).steps.flatMap(({ config }) => (config === undefined ? [] : (join(config) ?? [])));
	return [...named, ...configPaths].find(path => read(exists, path));
};

/** The GoReleaser config, parsed; undefined where there is none. */
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
 * Whether the plugin is released by HashiCorp's own pipeline (`.release/*.hcl`, actions-go-build, releases.hashicorp.com),
 * which names its files otherwise and has no GoReleaser config.
 */
export const hashicorpPipeline: Fact<boolean> = read => {
	if (read(configPath) !== undefined) return false;
	if (read(filesIn, '.release').some(name => name.endsWith('.hcl'))) return true;
	const builds = read(workflows).some(({ jobs }) => jobs.some(({ steps }) => steps.some(step => step.uses?.text.startsWith('hashicorp/actions-go-build@'))));
	return builds && read(identity).owner?.toLowerCase() === 'hashicorp';
};
