import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { placeOf, type Scope, statementPlace } from '../../../facts/go/body';
import { importing } from '../../../facts/go/imports';
import { print } from '../../../facts/go/print';
import { type Unheeded, unheeded } from '../../../facts/plugin/runError';
import type { Statement, X } from '../../../syntax/go/body/body';
import { type Edit, insertLineAfter, replace } from '../../../text/edit';

export default defineRule({
	summary: 'The plugin exits with status 1 when it cannot run',
	title: 'Run error ignored',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/main.go',
	messages: {
		ignored: 'Error of `{run}` is dropped, so a plugin that cannot run says nothing and exits with status 0.',
		printed: '`main` prints the error of `{run}` and then exits with status 0. Call `os.Exit(1)`.',
		zero: '`os.Exit(0)` reports success when `{run}` has failed.',
	},

	on: {
		in: 'sources',
		importing: 'github.com/hashicorp/packer-plugin-sdk/plugin',
		statements: {
			expression: ({ read, scope }, statement, index) => findings(read, scope, statement, index),
			assign: ({ read, scope }, statement, index) => findings(read, scope, statement, index),
		},
	},
});

function findings(read: Read, scope: Scope, statement: Statement, index: number) {
	const found = unheeded(read, scope, statement);
	if (found === undefined) return undefined;
	const call = (statement.kind === 'assign' ? statement.values[0] : statement.kind === 'expression' ? statement.of : 0) as X;
	// Deferred functions do not run once a program exits.
	const alone = scope.decl === 'main' && (found.kind !== 'ignored' || statement.block === 0) && !scope.body.statements.some(({ kind }) => kind === 'defer');
	const fix = {
		title: found.kind === 'ignored' ? 'Add error handling' : 'Set exit status 1',
		kind: 'safe' as const,
		edits: (read: Read) => heeding(read, scope, found, call, index),
	};
	return [
		{
			at: placeOf(scope, found.kind === 'zero' ? found.status : call),
			message: found.kind,
			data: { run: print(scope.body, call) },
			...(alone ? { fix } : {}),
		},
	];
}

function heeding(read: Read, scope: Scope, found: Unheeded, call: X, index: number): readonly Edit[] {
	if (found.kind === 'zero') return [replace(placeOf(scope, found.status), '1')];
	const os = importing(read, scope.path, 'os', 'stdos');
	if (found.kind === 'printed') return [...os.edits, insertLineAfter(statementPlace(scope, found.last), `${os.name}.Exit(1)`)];
	const fmt = importing(read, scope.path, 'fmt', 'stdfmt');
	const handled = `if err := ${print(scope.body, call)}; err != nil {\n\t\t${fmt.name}.Fprintln(${os.name}.Stderr, err.Error())\n\t\t${os.name}.Exit(1)\n\t}`;
	return [...fmt.edits, ...os.edits, replace(statementPlace(scope, index), handled)];
}
