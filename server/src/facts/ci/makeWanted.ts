import { asText, get, items } from '../../syntax/yaml/lookup';
import { acceptanceTests } from '../acctest/tests';
import type { Fact, Read } from '../core/database';
import { directives } from '../generated/directives';
import { identity } from '../plugin/identity';
import { sdkModule } from '../plugin/module';
import { root } from '../release/config';
import { type MakeTargets, makeTargets, targetNamed } from './make';
import { compileLines } from './makeGenerate';
import { workflows } from './workflows';

/** The targets of the scaffolding's GNUmakefile, on which guides, hooks and workflows rely, and what shows that another one does the same. */
const wanted: ReadonlyMap<string, RegExp> = new Map(
	Object.entries({
		build: /\bgo['"]?\)? (?:build|install)\b/,
		dev: /\bpacker plugins install\b|\.packer\.d|PACKER_PLUGIN_PATH/,
		test: /\bgo['"]?\)? (?:test|vet)\b|\bgotestsum\b/,
		testacc: /\bPACKER_ACC\b|\bgo['"]?\)? test\b.*-tags[= ]\S*(?:acc|integration|e2e)/,
		'install-packer-sdc': /\bgo['"]?\)? (?:install|get|run|tool)\b.*packer-sdc/,
		'plugin-check': /\bplugin-check\b/,
		generate: /\bgo['"]?\)? generate\b/,
	}),
);

/** The names of those targets. */
export const wantedTargets: readonly string[] = [...wanted.keys()];

/** Which of some targets a Makefile has neither by name nor in effect; none if it could not be read whole, or there is none. */
export function missingTargets(read: Read, names: readonly string[]): readonly string[] {
	const make = read(makeTargets);
	if (make === undefined || !make.complete) return [];
	const recipes = make.targets.map(({ recipe }) => recipe.join('\n'));
	const idle = names.join() === wantedTargets.join() ? read(idleTargets) : [];
	return names.filter(name => !idle.includes(name) && !targetNamed(make, name) && !recipes.some(recipe => wanted.get(name)?.test(recipe)));
}

/** The targets of the scaffolding that would have nothing to do here, or whose command is run without make. */
const idleTargets: Fact<readonly string[]> = read => {
	const generators = read(directives);
	const hooks = items(get(read(root)?.value, 'before', 'hooks')).flatMap(hook => asText(hook) ?? asText(get(hook, 'cmd')) ?? []);
	const steps = read(workflows).flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run?.text ?? [])));
	return [
		...(read(acceptanceTests).length === 0 ? ['testacc'] : []),
		...(generators.length === 0 ? ['generate'] : []),
		...(generators.some(({ runner }) => runner === 'path') ? [] : ['install-packer-sdc']),
		...([...hooks, ...steps].some(script => /\bpacker-sdc\S*\s+plugin-check\b/.test(script)) ? ['plugin-check'] : []),
	];
};

/** The rules of targets, of those that the scaffolding has, ready to stand in a Makefile. */
export function makeRules(read: Read, names: readonly string[], make?: MakeTargets): string {
	const { repository, source, name } = read(identity);
	const sdc = names.includes('install-packer-sdc') || (make && targetNamed(make, 'install-packer-sdc')) ? ' install-packer-sdc' : '';
	const recipes: Readonly<Record<string, readonly string[]>> = {
		build: ['build:', `go build -o ${repository}`],
		dev: ['dev:', `go build -o ${repository}`, `packer plugins install --path ${repository} ${source ?? `github.com/OWNER/${name}`}`],
		test: ['test:', 'go test -race ./... -timeout=3m'],
		testacc: [`testacc:${names.includes('dev') || (make && targetNamed(make, 'dev')) ? ' dev' : ''}`, 'PACKER_ACC=1 go test -count 1 -v ./... -timeout=120m'],
		'install-packer-sdc': ['install-packer-sdc:', `go install ${sdkModule}/cmd/packer-sdc@$$(go list -m -f '{{.Version}}' ${sdkModule})`],
		'plugin-check': [`plugin-check:${sdc}`, `go build -o ${repository}`, `packer-sdc plugin-check ${repository}`],
		generate: [`generate:${sdc}`, 'go generate ./...', ...compileLines(read)],
	};
	const rules = names.map(target => (recipes[target] ?? []).join('\n\t'));
	return `.PHONY: ${names.join(' ')}\n\n${rules.join('\n\n')}\n`;
}
