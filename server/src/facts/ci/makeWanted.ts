import type { Read } from '../core/database';
import { identity } from '../plugin/identity';
import { sdkModule } from '../plugin/module';
import { scriptPath, webDocs } from '../webdocs/paths';
import { type MakeTargets, makeTargets, targetNamed } from './make';

/** The targets of the scaffolding's GNUmakefile, on which guides, hooks and workflows rely, and what shows that another one does the same. */
const wanted: ReadonlyMap<string, RegExp> = new Map(
	Object.entries({
		build: /\bgo['"]?\)? (?:build|install)\b/,
		dev: /\bpacker plugins install\b|\.packer\.d|PACKER_PLUGIN_PATH/,
		test: /\bgo['"]?\)? (?:test|vet)\b|\bgotestsum\b/,
		testacc: /\bPACKER_ACC\b/,
		'install-packer-sdc': /\bgo['"]?\)? (?:install|get|run|tool)\b.*packer-sdc/,
		'plugin-check': /\bplugin-check\b/,
		generate: /\bgo['"]?\)? generate\b/,
	}),
);

/** The names of those targets. */
export const wantedTargets: readonly string[] = [...wanted.keys()];

/** Which of some targets a Makefile has neither by name nor in effect; none where it could not be read whole, or there is none. */
export function missingTargets(read: Read, names: readonly string[]): readonly string[] {
	const make = read(makeTargets);
	if (make === undefined || !make.complete) return [];
	const recipes = make.targets.map(({ recipe }) => recipe.join('\n'));
	return names.filter(name => !targetNamed(make, name) && !recipes.some(recipe => wanted.get(name)?.test(recipe)));
}

/** The rules of targets, of those that the scaffolding has, ready to stand in a Makefile. */
export function makeRules(read: Read, names: readonly string[], make?: MakeTargets): string {
	const { repository, source, owner, name } = read(identity);
	const sdc = names.includes('install-packer-sdc') || (make && targetNamed(make, 'install-packer-sdc')) ? ' install-packer-sdc' : '';
	const recipes: Readonly<Record<string, readonly string[]>> = {
		build: ['build:', `go build -o ${repository}`],
		dev: ['dev:', `go build -o ${repository}`, `packer plugins install --path ${repository} ${source ?? `github.com/OWNER/${name}`}`],
		test: ['test:', 'go test -race ./... -timeout=3m'],
		testacc: [`testacc:${names.includes('dev') || (make && targetNamed(make, 'dev')) ? ' dev' : ''}`, 'PACKER_ACC=1 go test -count 1 -v ./... -timeout=120m'],
		'install-packer-sdc': ['install-packer-sdc:', `go install ${sdkModule}/cmd/packer-sdc@$$(go list -m -f '{{.Version}}' ${sdkModule})`],
		'plugin-check': [`plugin-check:${sdc}`, `go build -o ${repository}`, `packer-sdc plugin-check ${repository}`],
		generate: [
			`generate:${sdc}`,
			'go generate ./...',
			'rm -rf .docs',
			'packer-sdc renderdocs -src docs -partials docs-partials/ -dst .docs/',
			`./${scriptPath} "." ".docs" "${webDocs}" "${owner ?? 'OWNER'}"`,
			'rm -r .docs',
		],
	};
	const rules = names.map(target => (recipes[target] ?? []).join('\n\t'));
	return `.PHONY: ${names.join(' ')}\n\n${rules.join('\n\n')}\n`;
}
