import type { Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import type { Scope } from '../go/body';
import { type ExprAt, scopeAt } from '../go/calls';
import { partsIn } from '../go/parts';
import { denoted, exprAt } from '../go/resolve';
import { callsAtOnce, methodsOfKinds, preparing } from './preparing';

/** A call that changes files while Packer prepares a component. */
export interface SideEffect extends ExprAt {
	/** What is called: `os.MkdirAll`. */
	readonly name: string;
	/** The method that Packer calls, and the one in which it belongs. */
	readonly prepares: string;
	readonly runs: string;
}

/** The calls that change files while Packer prepares components, those of one method together. Commands and requests are left out: most only ask for something. */
export const sideEffects: Fact<ReadonlyArray<readonly SideEffect[]>> = read => {
	const found = new Map<string, SideEffect[]>();
	for (const { path, decl, kind, from } of read(preparing)) {
		const scope = scopeAt(read, { path, decl });
		for (const x of callsAtOnce(scope)) {
			const name = changesFiles(read, scope, x);
			if (name !== undefined && !removesFiles(read, scope)) found.set(from, [...(found.get(from) ?? []), { path, decl, x, name, ...methodsOfKinds[kind] }]);
		}
	}
	return [...found.values()];
};

const changing = new Set(['Create', 'Mkdir', 'MkdirAll', 'WriteFile', 'Rename', 'Symlink', 'Link', 'OpenFile']);

/** The name of the function with which a call certainly creates files, or gives them another name. */
function changesFiles(read: Read, scope: Scope, x: X): string | undefined {
	const { fn, args } = exprAt(scope, x) as Expr & { readonly op: 'call' };
	const called = denoted(read, scope, fn);
	if (called?.kind !== 'package' || !(called.path === 'os' || (called.path === 'io/ioutil' && called.name === 'WriteFile'))) return undefined;
	if (!changing.has(called.name)) return undefined;
	if (called.name === 'OpenFile' && !(args[1] !== undefined && isNamedIn(scope, args[1], 'O_CREATE'))) return undefined;
	return `${called.path === 'os' ? 'os' : 'ioutil'}.${called.name}`;
}

const isNamedIn = ({ body }: Scope, x: X, name: string) =>
	[...partsIn(body, x)].some(part => {
		const expr = body.exprs[part];
		return expr?.op === 'select' && expr.name === name;
	});

/** Whether a function removes files, too: those that it has made, to see whether it can. */
const removesFiles = (read: Read, scope: Scope): boolean =>
	scope.body.calls.some(x => {
		const { fn } = exprAt(scope, x) as Expr & { readonly op: 'call' };
		const called = denoted(read, scope, fn);
		return called?.kind === 'package' && called.path === 'os' && (called.name === 'Remove' || called.name === 'RemoveAll');
	});
