import { asText, get, items } from '../../syntax/yaml/lookup';
import { textOfKnown } from '../ci/environment';
import { makeTargets } from '../ci/make';
import { workflows } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { repository } from '../core/inputs';
import { basename, dirname } from '../core/paths';
import { packageClause } from '../go/packages';
import type { Said } from '../go/values';
import { modulePath } from '../plugin/module';
import { pluginVersion } from '../plugin/version';
import type { Build } from './builds';
import { published } from './config';
import { generalFields, sampleVersion, variable } from './environment';
import { linkerFlags } from './linker';
import { evaluate, gap } from './template/evaluate';

/** What the plugin of a release says its version is (`describe`). */
export interface Reported {
	/** The whole, `0.1.0-dev`. */
	readonly text: string;
	/**
	 * `right`: the release's own version; `prerelease`: one that Packer does not install; `stuck`: the same for every release; `source`: what the source
	 * says, which somebody may raise for each release.
	 */
	readonly kind: 'right' | 'prerelease' | 'stuck' | 'source';
}

/** What a release of a version reports when a build makes it, all its linker flags and the source taken together; undefined if it cannot be known. */
export function reportedBy(read: Read, build: Build, release = sampleVersion): Reported | undefined {
	const found = read(pluginVersion);
	if (found?.text === undefined || found.version === undefined) return undefined;
	const version = linked(read, build, found.version, release);
	const prerelease = found.prerelease ? linked(read, build, found.prerelease, release) : '';
	const metadata = found.metadata ? linked(read, build, found.metadata, release) : '';
	if (version === undefined || prerelease === undefined || metadata === undefined) return undefined;
	const text = `${version || '0.0.0'}${prerelease && `-${prerelease}`}${metadata && `+${metadata}`}`;
	const bare = version.replace(/^v/, '');
	if (bare === release && prerelease === '') return { text, kind: 'right' };
	if ([found.version, found.prerelease].some(part => part !== undefined && read(isEdited, part.place.path))) return undefined;
	if (prerelease !== '' || /^[\d.]+-/.test(bare)) return { text, kind: 'prerelease' };
	if (bare === '' || bare === '0.0.0') return { text, kind: 'stuck' };
	const literal = found.version.place.path === found.place.path && found.version.place.decl === found.place.decl;
	return { text, kind: isBehind(read, bare) || (literal && !isRaised(read, bare)) ? 'stuck' : 'source' };
}

/** A part of the version, as the flags of a build leave it; undefined if that is not known. */
function linked(read: Read, build: Build, said: Said, release: string): string | undefined {
	const target = said.variable === undefined ? undefined : targetOf(read, said);
	const flag = read(linkerFlags).findLast(one => one.build.index === build.index && one.target === target && one.effect === 'set');
	if (flag === undefined) return said.value;
	const result = evaluate(flag.value, { fields: generalFields(read, release), env: name => textOfKnown(read(variable, name).known) }, true);
	return result === undefined || 'fails' in result || result.text.includes(gap) ? undefined : result.text;
}

/** What `-X` calls the variable that holds a part of the version. */
export function targetOf(read: Read, { place, variable }: Said, module = read(modulePath) ?? ''): string {
	const dir = dirname(place.path);
	return `${read(packageClause, place.path) === 'main' ? 'main' : module + (dir === '' ? '' : `/${dir}`)}.${variable}`;
}

/** Whether a release edits the file that holds the version: a step, a hook or a target names it beside a program that writes. */
export const isEdited: Fact<boolean, string> = (read, path) => {
	const scripts = [
		...read(workflows).flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run?.text ?? []))),
		...items(get(read(published)?.value, 'before', 'hooks')).flatMap(hook => asText(hook) ?? asText(get(hook, 'cmd')) ?? []),
		...(read(makeTargets)?.targets.map(({ recipe }) => recipe.join('\n')) ?? []),
	];
	const name = basename(path);
	const settings = read(workflows).flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(step => (step.uses ? step.with : []))));
	return scripts.some(script => script.split('\n').some(line => line.includes(name) && writes.test(line))) || settings.some(({ text }) => text.includes(path));
};

const writes = /\b(?:g?sed|perl|envsubst|tee|awk|ed|python3?|node|jq|yq|replace|gofmt\s+-r)\b|[^-=]>\s*\S/;

/** The versions that tags name, newest first. */
const tagged: Fact<readonly (readonly number[])[]> = read =>
	read(repository)
		.tags.flatMap(tag => {
			const [, ...numbers] = /^v(\d+)\.(\d+)\.(\d+)$/.exec(tag) ?? [];
			return numbers.length === 0 ? [] : [numbers.map(Number)];
		})
		.sort((a, b) => compare(b, a));

const compare = (a: readonly number[], b: readonly number[]) => a.map((n, i) => n - (b[i] ?? 0)).find(n => n !== 0) ?? 0;
const numbersOf = (version: string) => version.split('.').map(Number);

/** Whether releases after the version that the source says were made already, as seen from the main branch. */
const isBehind = (read: Read, version: string): boolean => tagAhead(read, version) !== undefined;

/** The newest tag `v1.2.3`, where it is after a version that the main branch has; undefined if it is not. */
export function tagAhead(read: Read, version: string): string | undefined {
	const [newest] = read(tagged);
	const isAhead = newest !== undefined && /^(?:main|master)$/.test(read(repository).branch ?? '') && compare(newest, numbersOf(version)) > 0;
	return isAhead ? `v${newest.join('.')}` : undefined;
}

/** Whether tags show that somebody raises the version in the source for each release: the newest of several is that version, or before it. */
const isRaised = (read: Read, version: string): boolean => {
	const [newest, ...others] = read(tagged);
	return newest !== undefined && others.length > 0 && compare(newest, numbersOf(version)) <= 0;
};
