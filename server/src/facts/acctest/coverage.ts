import type { Fact, Read } from '../core/database';
import { dirname, isInDirectory } from '../core/paths';
import { type Component, components } from '../plugin/components';
import { fixturesOf, templatesBuiltBy } from './fixtures';
import { runners } from './runners';
import { isUseOf, names, templateFiles, type Used, usedIn } from './templates';
import { acceptanceTests, runsPacker } from './tests';
import { unregisteredIn } from './types';

/** How a component is tested: `mistaken` where its own acceptance tests run another one, or one that is not registered. */
export interface Coverage {
	readonly component: Component;
	readonly state: 'tested' | 'mistaken' | 'untested';
	/** The tests of a `mistaken` one. */
	readonly tests: readonly string[];
}

/** How each component is tested whose code is in this module; empty where a test runs Packer on templates that are not in the repository. */
export const coverage: Fact<readonly Coverage[]> = read => {
	const all = read(components).filter(({ implementation }) => implementation !== undefined);
	const found = all.map(component => coverageOf(read, component));
	return found.some(({ state }) => state !== 'tested') && read(runsUnseen) ? [] : found;
};

function coverageOf(read: Read, component: Component): Coverage {
	const mistaken: string[] = [];
	for (const path of read(acceptanceTests)) {
		const verdict = verdictOf(read, path, component);
		if (verdict === 'tests') return { component, state: 'tested', tests: [] };
		if (verdict === 'mistaken') mistaken.push(path);
	}
	if (read(runners).some(path => names(read, path, component) || read(templatesBuiltBy, path).some(file => names(read, file, component))))
		return { component, state: 'tested', tests: [] };
	return { component, state: mistaken.length > 0 ? 'mistaken' : 'untested', tests: mistaken };
}

/** Whether a test runs a component: it names it in its templates; or it is beside, below or above its code, and its templates do not show that it runs others. */
function verdictOf(read: Read, path: string, component: Component): 'tests' | 'mistaken' | undefined {
	const fixtures = read(fixturesOf, path);
	if ([path, ...fixtures].some(file => names(read, file, component))) return 'tests';
	const dir = dirname(path);
	const code = component.implementation?.dir as string;
	const isOwn = isInDirectory(dir, code);
	if (!isOwn && (dir === '' || !isInDirectory(code, dir))) return undefined;
	const others = [path, ...fixtures].flatMap(file => othersIn(read, file, component));
	if (others.length === 0) return 'tests';
	return isOwn && others.every(used => !isImplementedIn(read, used, dir)) ? 'mistaken' : undefined;
}

/** What a file's templates run instead of a component: another one of this plugin and of its kind, or one that is not registered. */
export const othersIn = (read: Read, path: string, { kind }: Component): readonly Used[] => {
	const unregistered = read(unregisteredIn, path);
	return read(usedIn, path).filter(
		used =>
			(used.kind === undefined || used.kind === kind || used.type.startsWith('scaffolding-')) &&
			(unregistered.includes(used) || read(components).some(other => other.kind === kind && isUseOf(used, other))),
	);
};

const isImplementedIn = (read: Read, used: Used, dir: string) =>
	read(components).some(other => isUseOf(used, other) && other.implementation !== undefined && isInDirectory(dir, other.implementation.dir));

/** Whether something runs Packer, and no template can be found that it may run. */
const runsUnseen: Fact<boolean> = read => {
	const dirs = read(components).flatMap(({ implementation }) => implementation?.dir ?? []);
	const isBeside = (dir: string) => dirs.some(code => isInDirectory(dir, code) || (dir !== '' && isInDirectory(code, dir)));
	return (
		(read(runners).length > 0 && read(templateFiles).length === 0 && read(runners).every(path => read(usedIn, path).length === 0)) ||
		read(acceptanceTests).some(
			path => !isBeside(dirname(path)) && runsPacker(read, path) && [path, ...read(fixturesOf, path)].every(file => read(usedIn, file).length === 0),
		)
	);
};
