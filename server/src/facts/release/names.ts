import { asScalar, asText, entryOf, get } from '../../syntax/yaml/lookup';
import { at } from '../../text/place';
import { apiVersion, textOfKnown } from '../ci/environment';
import type { Fact, Read } from '../core/database';
import { archives, type Build, builds, isAdded } from './builds';
import { published } from './config';
import { generalFields, sampleVersion, type Variable, variable } from './environment';
import { formatsOn } from './plan/archives';
import type { PlannedArchive } from './plan/asset';
import { costOf } from './plan/making';
import { type Template, templateAt } from './plan/option';
import type { Target } from './plan/targets';
import { expectedProject, project } from './project';
import { evaluate } from './template/evaluate';

/**
 * A name that a template gives for version 1.2.3, beside the one that Packer looks for. `wrong`: another name; `project`: right, but for the name of
 * the project that the config sets; `version`: only the API version in it is another; `unset`: right, once the variable that holds the API version is set; `unknown`: not known before the release.
 */
export interface Name {
	readonly verdict: 'right' | 'wrong' | 'project' | 'version' | 'unset' | 'unknown';
	readonly template: Template;
	readonly text: string;
	readonly expected: string;
	readonly target?: Target;
	/** The part that stands for the API version, where the verdict is about it. */
	readonly version?: string;
	/** The variable of the environment that holds the API version, where one does. */
	readonly variable?: Variable & { readonly name: string };
}

/** The names of one archive or build for all its targets. */
export interface Named<T> {
	readonly of: T;
	readonly names: readonly Name[];
}

/** How many names of archives are looked at; what names more is silent. A config of ten archives for all platforms has some hundred. */
const most = 5000;

/** The names of the archives, without their extensions; none where there are too many to look at. */
export const archiveNames: Fact<readonly Named<PlannedArchive>[]> = read => {
	const all = (read(archives) ?? []).map(archive => ({ archive, packed: (read(builds) ?? []).filter(build => packs(archive, build)) }));
	if (all.reduce((sum, { archive, packed }) => sum + costOf(archive.name.text) * targetsIn(packed), 0) > most) return [];
	return all.map(({ archive, packed }) => ({
		of: archive,
		names: packed.flatMap(build =>
			build.targets
				.filter(({ os }) => !formatsOn(archive, os).includes('none'))
				.map(target => platformName(read, archive.name, target, { Binary: binaryFor(read, build, target) })),
		),
	}));
};

/** The names of the binaries that some archive packs; none where there are too many to look at. */
export const binaryNames: Fact<readonly Named<Build>[]> = read => {
	const packing = read(archives) ?? [];
	const all = read(builds) ?? [];
	if (all.reduce((sum, build) => sum + costOf(build.binary.text) * build.targets.length, 0) > most) return [];
	return all
		.filter(build => packing.some(archive => packs(archive, build)))
		.map(build => ({
			of: build,
			names: build.targets.map(target =>
				platformName(
					read,
					build.binary,
					target,
					{},
					packing.some(archive => archive.bare && packs(archive, build)),
				),
			),
		}));
};

const targetsIn = (all: readonly Build[]) => all.reduce((count, { targets }) => count + targets.length, 0);

const packs = ({ ids }: PlannedArchive, { id }: Build) => ids.length === 0 || ids.includes(id);

function binaryFor(read: Read, build: Build, target: Target): string {
	return platformName(read, build.binary, target, {}).text.split('/').at(-1) ?? '';
}

/** A wrong name, and what the config has that gives it: several where the same template stands there more than once. */
export interface WrongName<T> extends Name {
	readonly of: readonly T[];
	readonly templates: readonly Template[];
}

/** The names that are wrong where no other archive, or build, gives the right one for that platform: the first of each template. */
export function wrongNames<T>(all: readonly Named<T>[]): readonly WrongName<T>[] {
	const key = ({ target }: Name) => `${target?.os}_${target?.arch}`;
	const served = new Set(all.flatMap(({ names }) => names.filter(name => name.verdict !== 'wrong').map(key)));
	const found = new Map<string, WrongName<T>>();
	for (const { of, names } of all) {
		const wrong = names.find(name => name.verdict === 'wrong' && !served.has(key(name)));
		if (wrong === undefined) continue;
		const same = `${wrong.template.scalar !== undefined} ${wrong.template.text}`;
		const before = found.get(same);
		found.set(
			same,
			before ? { ...before, of: [...before.of, of], templates: [...before.templates, wrong.template] } : { ...wrong, of: [of], templates: [wrong.template] },
		);
	}
	return [...found.values()];
}

/** The name of the checksum file; undefined if there is none, or one for each archive. */
export const checksumName: Fact<Name | undefined> = read => {
	const config = read(published);
	const prefix = read(expectedProject);
	if (config === undefined || prefix === undefined) return undefined;
	const entry = entryOf(config.value, 'checksum');
	if (asText(get(entry?.value, 'disable')) === 'true' || asText(get(entry?.value, 'split')) === 'true') return undefined;
	if (isAdded(config.value, /SHA256SUMS|\*$/)) return undefined;
	const place = at(config.path, entry?.keyNode);
	const template = templateAt(config.path, asScalar(get(entry?.value, 'name_template'))) ?? { text: '{{ .ProjectName }}_{{ .Version }}_checksums.txt', place };
	const expected = `${prefix}_v${sampleVersion}_SHA256SUMS`;
	const { text, guessed } = evaluated(read, template, {});
	if (text === undefined) return { verdict: 'unknown', template, text: '', expected };
	// A variable that holds the API version makes the name wrong whatever it is set to.
	const versions = new Set(['API_VERSION', ...read(archiveNames).flatMap(({ names }) => names.flatMap(name => name.variable?.name ?? []))]);
	const sure = guessed.every(name => versions.has(name));
	const verdict = same(text, expected, prefix) ? 'right' : !sure ? 'unknown' : isOfProject(read, template, {}, expected, prefix) ? 'project' : 'wrong';
	return { verdict, template, text, expected };
};

/** Whether a name would be right if the config gave the project the name that the repository has. */
function isOfProject(read: Read, template: Template, fields: Readonly<Record<string, string>>, expected: string, prefix: string): boolean {
	if (read(project)?.place === undefined) return false;
	const { text } = evaluated(read, template, { ...fields, ProjectName: prefix });
	return text !== undefined && same(text, expected, prefix);
}

function platformName(read: Read, template: Template, target: Target, more: Readonly<Record<string, string>>, bare = false): Name {
	const prefix = read(expectedProject);
	const expected = `${prefix}_v${sampleVersion}_${apiVersion}_${target.os}_${target.arch}`;
	const result = evaluated(read, template, { ...target.fields, ...more });
	const base = { template, expected, target };
	if (prefix === undefined || result.text === undefined) return { ...base, verdict: 'unknown', text: '' };
	const text = bare ? (result.text.split('/').at(-1) as string) : result.text;
	const [start, end] = [`${prefix}_v${sampleVersion}_`, `_${target.os}_${target.arch}`];
	const version = text.slice(start.length, -end.length);
	const holder = result.asked.length === 1 ? result.asked[0] : undefined;
	const held = holder === undefined ? {} : { variable: { name: holder, ...read(variable, holder) } };
	if (same(text, expected, prefix)) {
		const kind = held.variable?.known.kind;
		return { ...base, text, ...held, verdict: kind === 'unset' || kind === 'empty' ? 'unset' : 'right' };
	}
	// What is called API_VERSION holds one, whatever sets it; of another variable we only know once it is set.
	const sure = result.guessed.every(name => name === 'API_VERSION');
	const onlyVersion = version !== '' && !version.includes('_') && same(text, start + version + end, prefix);
	if (!onlyVersion && sure && isOfProject(read, template, { ...target.fields, ...more }, expected, prefix)) return { ...base, text, verdict: 'project' };
	if (!onlyVersion) return { ...base, text, verdict: sure ? 'wrong' : 'unknown' };
	return { ...base, text, ...held, version, verdict: result.guessed.length === 0 ? 'version' : 'unknown' };
}

/** Whether two names are the same, the case of the project's own name aside: GitHub does not tell it apart. */
const same = (text: string, expected: string, prefix: string) =>
	text.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase() && text.slice(prefix.length) === expected.slice(prefix.length);

/** What a template gives; a variable whose value is not known is taken to hold the API version, and is among `guessed`. */
function evaluated(
	read: Read,
	template: Template,
	fields: Readonly<Record<string, string>>,
): { text?: string; asked: readonly string[]; guessed: readonly string[] } {
	const guessed: string[] = [];
	const env = (name: string) => {
		const text = textOfKnown(read(variable, name).known);
		if (typeof text === 'string' && text !== '') return text;
		guessed.push(name);
		return apiVersion;
	};
	const result = evaluate(template.text, { fields: { ...generalFields(read), ...fields }, env });
	return result === undefined || 'fails' in result ? { asked: [], guessed } : { text: result.text, asked: result.env, guessed };
}
