import { acceptanceTests } from '../facts/acctest/tests';
import { makeTargets, recipeOf } from '../facts/ci/make';
import type { Read } from '../facts/core/database';
import { dirname } from '../facts/core/paths';
import { scopesIn } from '../facts/go/body';
import { denoted, exprAt } from '../facts/go/resolve';
import { goSources, goTests } from '../facts/go/sources';
import { stringOf } from '../facts/go/values';
import { entry } from '../facts/plugin/entry';
import type { About } from './about';
import { clean } from './clean';

/** How a plugin is built, installed and tested. */
export interface Testing {
	/** The commands that build and install it, from a clone. */
	readonly install: readonly string[];
	/** The command that runs its acceptance tests; undefined if it has none. */
	readonly acceptance?: string;
	/** The names of the environment variables that the acceptance tests read, and of those that the plugin itself reads. */
	readonly tests: readonly string[];
	readonly plugin: readonly string[];
}

/** How a plugin is built, installed and tested: by its Makefile where that does what today's Packer needs. */
export function testing(read: Read, { repository, name, source, module }: About): Testing {
	const binary = repository.startsWith('packer-plugin-') ? repository : `packer-plugin-${name}`;
	const make = read(makeTargets);
	const dev = make && recipeOf(make, 'dev');
	const dir = read(entry)?.dir ?? '';
	// A dev target written for Packer before 1.11 copies the binary to a folder that Packer no longer reads; today's derives the source from the module path.
	const usable = /^[^/]*\./.test(module ?? '');
	const install =
		usable && dev?.some(line => /\bpacker\b.*\bplugins install\b/.test(line))
			? ['make dev']
			: [`go build -o ${binary} ${dir === '' ? '.' : `./${dir}`}`, `packer plugins install --path ${binary} ${source ?? `github.com/OWNER/${name}`}`];
	const tests = read(acceptanceTests);
	const folders = new Set(tests.map(dirname));
	const beside = read(goTests).filter(path => folders.has(dirname(path)));
	const tested = named(beside.flatMap(path => variablesIn(read, path)));
	const own = named(read(goSources).flatMap(path => variablesIn(read, path))).filter(variable => !tested.includes(variable));
	return clean({
		install,
		...(tests.length === 0 ? {} : { acceptance: 'PACKER_ACC=1 go test -count 1 -v ./... -timeout=120m' }),
		tests: tested,
		plugin: own,
	});
}

/** The names of the environment variables that a Go file reads; of a computed name, every one that the file has as a string. */
function variablesIn(read: Read, path: string): string[] {
	let computed = false;
	const scopes = scopesIn(read, path);
	const names = scopes.flatMap(scope =>
		scope.body.calls.flatMap(x => {
			const call = exprAt(scope, x);
			const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
			const [argument] = call.op === 'call' ? call.args : [];
			if (fn?.kind !== 'package' || !['os', 'syscall'].includes(fn.path ?? '') || argument === undefined) return [];
			if (fn.name !== 'Getenv' && fn.name !== 'LookupEnv') return [];
			const value = stringOf(read, scope, argument)?.value;
			if (value === undefined && exprAt(scope, argument).op === 'ref') computed = true;
			return value === undefined ? [] : [value];
		}),
	);
	if (!computed) return names;
	const strings = scopes.flatMap(({ body }) => body.exprs.flatMap(expr => (expr.op === 'literal' && expr.kind === 'string' ? [expr.value] : [])));
	return [...names, ...strings.filter(value => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value))];
}

const named = (names: readonly string[]) => [...new Set(names)].filter(name => /^[A-Z][A-Z0-9_]*$/.test(name) && !general.test(name)).sort();

/** What every machine has, or Packer itself sets. */
const general =
	/^(?:HOME|HOMEDRIVE|HOMEPATH|PATH|PYTHONPATH|PWD|SHELL|TMP|TEMP|TMPDIR|USER|USERNAME|USERPROFILE|APPDATA|SYSTEMROOT|WINDIR|EDITOR|LANG|CI|DEBUG|TERM|GO\w*|XDG_\w+|PACKER_(?:ACC|LOG|LOG_PATH|PLUGIN_PATH|CONFIG|CONFIG_DIR|CACHE_DIR|TMP_DIR|RUN_UUID|BUILD_NAME|BUILDER_TYPE|HTTP_\w+)|GITHUB_\w+|PKR_\w+|SSH_AUTH_SOCK)$/;
