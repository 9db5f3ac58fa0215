import { type Command, commandsOf } from '../ci/shell';
import { workflows } from '../ci/workflows';
import type { Fact } from '../core/database';
import { exists } from '../core/files';
import { isGitIgnored } from '../generated/ignored';
import { importPaths } from '../go/packages';
import { goSources } from '../go/sources';
import { directoryOf, goMod } from './module';

/** Why it is known that the repository has no go.sum, which its code needs: .gitignore excludes it, or a workflow builds without one. */
export const missingSum: Fact<'ignored' | 'built' | undefined> = read => {
	const file = read(goMod);
	if (file === undefined || file.problems.length > 0 || file.requires.length === 0 || read(exists, 'go.sum')) return undefined;
	const isForeign = (path: string) => /^[^/]+\.[^/]+\//.test(path) && read(directoryOf, path) === undefined;
	if (!read(goSources).some(path => read(importPaths, path).some(isForeign))) return undefined;
	if (read(isGitIgnored, 'go.sum')) return 'ignored';
	const steps = read(workflows).flatMap(({ jobs }) => jobs.flatMap(job => job.steps));
	const commands = steps.flatMap(step => (step.run === undefined ? [] : commandsOf(step.run.text)));
	return commands.some(builds) && !commands.some(tidies) ? 'built' : undefined;
};

const builds = ({ words: [name, verb], moved }: Command) => name === 'go' && !moved && /^(?:build|test|vet|run|install)$/.test(verb ?? '');

/** Whether a command writes go.sum, or a setting may do that. */
const tidies = ({ words, env }: Command) => words.some(word => /^(?:mod|get|work|-mod(?:=.*)?|make)$|GOFLAGS/.test(word)) || 'GOFLAGS' in env;
