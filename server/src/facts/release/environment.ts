import { parse, type SemVer } from 'semver';
import { asText, get, items } from '../../syntax/yaml/lookup';
import { at } from '../../text/place';
import { type Known, textOfKnown, variableOf } from '../ci/environment';
import { type Release, releasing } from '../ci/releasing';
import type { Fact, Read } from '../core/database';
import { modulePath } from '../plugin/module';
import { root } from './config';
import { project } from './project';
import { evaluate } from './template/evaluate';
import type { Value } from './template/functions';

/** A variable of GoReleaser's environment, and the step it was looked up in, where a workflow decides. */
export interface Variable {
	readonly known: Known;
	readonly release?: Release;
}

const unknown: Variable = { known: { kind: 'unknown' } };

/** A variable of the environment in which GoReleaser evaluates templates: the config's `env`, else what the releasing workflow sets. */
export const variable: Fact<Variable, string> = (read, name) => {
	const config = read(root);
	for (const item of items(get(config?.value, 'env')).toReversed()) {
		const said = asText(item);
		if (said === undefined || !said.startsWith(`${name}=`)) continue;
		const result = evaluate(said.slice(name.length + 1), { fields: generalFields(read), env: other => textOfKnown(read(fromWorkflow, other).known) });
		if (result === undefined) return unknown;
		return 'fails' in result ? read(fromWorkflow, name) : { known: { kind: 'text', text: result.text, place: at(config?.path ?? '', item.node) } };
	}
	return read(fromWorkflow, name);
};

/** A variable as the workflows set it for GoReleaser: where there are several, the one that is worst off. */
export const fromWorkflow: Fact<Variable, string> = (read, name) => {
	const { steps, unknown: more } = read(releasing);
	const all = steps.filter(step => step.how === 'goreleaser' && !step.merges).map(release => ({ known: variableOf(read, release, name), release }));
	const rank = ({ known }: Variable) => (known.kind === 'unset' || known.kind === 'empty' ? 0 : known.kind === 'unknown' ? 1 : known.kind === 'text' ? 2 : 3);
	const worst = all.sort((a, b) => rank(a) - rank(b))[0];
	return worst === undefined || more ? (worst && rank(worst) > 1 ? worst : unknown) : worst;
};

/** The fields that every template can see, for a release of a version, as far as they are known before it. */
export function generalFields(read: Read, version = sampleVersion): Readonly<Record<string, Value>> {
	const number = parse(version);
	const name = read(project)?.name;
	const module = read(modulePath);
	return {
		...(name === undefined ? {} : { ProjectName: name }),
		...(module === undefined ? {} : { ModulePath: module }),
		Version: version,
		Tag: `v${version}`,
		...(number ? numbers(number) : {}),
		IsSnapshot: false,
		IsNightly: false,
		IsSingleTarget: false,
		IsGitDirty: false,
		IsGitClean: true,
		GitTreeState: 'clean',
	};
}

const numbers = ({ major, minor, patch, prerelease }: SemVer) => ({
	RawVersion: `${major}.${minor}.${patch}`,
	...{ Major: major, Minor: minor, Patch: patch },
	Prerelease: prerelease.join('.'),
});

/** The version that names are evaluated for. */
export const sampleVersion = '1.2.3';
