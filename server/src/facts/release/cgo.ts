import type { YamlValue } from '../../syntax/yaml/file';
import { asText, get, items } from '../../syntax/yaml/lookup';
import { append, type Edit, insertAfter, insertLineAfter } from '../../text/edit';
import { at, type Place } from '../../text/place';
import { textOfKnown } from '../ci/environment';
import { releasing } from '../ci/releasing';
import { nodeIn, yamlSource } from '../ci/yaml';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { linkedDirectories } from '../go/linked';
import { importPaths } from '../go/packages';
import { goSourcesIn } from '../go/sources';
import { type Build, builds } from './builds';
import { published } from './config';
import { variable } from './environment';

/** The first build whose Linux binary is made with cgo, because it is for the platform of the runner and nothing turns cgo off; undefined where there is none, or that is not known. */
export const cgoBuild: Fact<{ readonly place: Place; readonly platform: string } | undefined> = read => {
	const runner = read(linuxRunner);
	if (runner === undefined) return undefined;
	const found = (read(builds) ?? []).find(build => build.targets.some(({ os, arch }) => os === 'linux' && arch === runner) && isLeftOn(read, build));
	if (found === undefined || read(linkedDirectories).some(dir => read(usesC, dir))) return undefined;
	return { place: found.place, platform: `linux/${runner}` };
};

/** The architecture of the GitHub runners that run GoReleaser's action, where all are of one, and have Ubuntu with its C compiler. */
const linuxRunner: Fact<'amd64' | 'arm64' | undefined> = read => {
	const { steps, unknown } = read(releasing);
	const running = steps.filter(({ how }) => how === 'goreleaser');
	const all = running.map(({ action, job }) => (action && job.runsOn.length === 1 ? /^ubuntu-[\w.]+?(-arm)?$/.exec(job.runsOn[0]?.text ?? '') : null));
	const [first] = all;
	if (unknown || !first || all.some(one => one?.[1] !== first[1])) return undefined;
	return first[1] === undefined ? 'amd64' : 'arm64';
};

/** Whether nothing says `CGO_ENABLED` for a build: one that says 1 means it. */
function isLeftOn(read: Read, { node }: Build): boolean {
	const said = items(get(node, 'env')).some(item => asText(item)?.startsWith('CGO_ENABLED=') || asText(item)?.startsWith('{{'));
	const overridden = items(get(node, 'overrides')).some(other => get(other, 'env') !== undefined);
	return !said && !overridden && textOfKnown(read(variable, 'CGO_ENABLED').known) === null;
}

/** Whether a package calls C. */
const usesC: Fact<boolean, string> = (read, dir) => read(goSourcesIn, dir).some(path => read(importPaths, path).includes('C'));

/** The edits that turn cgo off for all builds of a config; none where its `env` is not written as we can extend it. */
export function withoutCgo(read: Read): readonly Edit[] {
	const config = read(published);
	if (config === undefined) return [];
	const env = get(config.value, 'env');
	const said = 'CGO_ENABLED=0';
	if (env !== undefined) return appended(read, config.path, env, said);
	const source = read(text, config.path) ?? '';
	return [append(config.path, `${source === '' || source.endsWith('\n') ? '' : '\n'}env:\n  - ${said}\n`)];
}

/** The edits that add an item at the end of a list of YAML, written as the list is. */
export function appended(read: Read, path: string, list: YamlValue, item: string): readonly Edit[] {
	const last = items(list).at(-1);
	if (last === undefined) return [];
	const flow = read(yamlSource, nodeIn(path, list.node))?.startsWith('[') === true;
	return [flow ? insertAfter(at(path, last.node), `, ${item}`) : insertLineAfter(at(path, last.node), `- ${item}`)];
}
