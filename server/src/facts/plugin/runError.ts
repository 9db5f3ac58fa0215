import type { Expr, Statement, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { isInside } from '../go/blocks';
import type { Scope } from '../go/body';
import { dotted } from '../go/print';
import { exprAt } from '../go/resolve';
import { isPredeclared } from '../go/typeOf';
import { runsSet } from './setCalls';

/** What becomes of the error that `Run` of a plugin set returns, where it does not end the program with another status than 0. */
export type Unheeded =
	| { readonly kind: 'ignored' }
	/** It is printed only; the index of the last statement that does. */
	| { readonly kind: 'printed'; readonly last: number }
	/** `os.Exit(0)`: the argument. */
	| { readonly kind: 'zero'; readonly status: X };

/** What a statement does with the error of `Run`; undefined if it heeds it, that is not known, or it runs no plugin set. */
export function unheeded(read: Read, scope: Scope, statement: Statement): Unheeded | undefined {
	if (statement.kind === 'expression') return runsSet(read, scope, statement.of) ? { kind: 'ignored' } : undefined;
	if (statement.kind !== 'assign' || statement.values.length !== 1 || statement.targets.length !== 1) return undefined;
	const [call, target] = [statement.values[0] as X, statement.targets[0] as X];
	const name = exprAt(scope, target);
	if (name.op !== 'ref' || !runsSet(read, scope, call)) return undefined;
	if (name.name === '_') return { kind: 'ignored' };
	return scope.decl === 'main' && name.to !== undefined ? afterwards(read, scope, call, name.to) : undefined;
}

/** What `main` does after `Run`: only where all that it calls prints, so that it ends with status 0, or says `os.Exit(0)`. */
function afterwards(read: Read, scope: Scope, run: X, error: number): Unheeded | undefined {
	const { body } = scope;
	const block = body.blocks.findIndex(({ by, conditions }) => by === 'if' && conditions?.length === 1 && isNotNil(read, scope, conditions[0] as X, error));
	if (block === -1) return undefined;
	let status: X | undefined;
	for (const x of body.calls) {
		const call = exprAt(scope, x) as Expr & { readonly op: 'call' };
		const name = dotted(body, call.fn) ?? '';
		const exits = name === 'os.Exit';
		if (exits && isInside(body, call.block, block) && isZero(scope, call.args[0])) status = call.args[0];
		else if (exits || /^(?:panic|log\.(?:Fatal|Panic)\w*|runtime\.Goexit)$/.test(name)) return undefined;
		else if (x > run && !prints.test(name)) return undefined;
	}
	if (status !== undefined) return { kind: 'zero', status };
	const last = body.statements.findLastIndex(statement => statement.block === block);
	return last === -1 ? undefined : { kind: 'printed', last };
}

const prints = /^(?:fmt\.(?:Print|Fprint|Sprint)\w*|log\.Print\w*|print(?:ln)?|\w+\.Error|fmt\.Errorf)$/;

function isNotNil(read: Read, scope: Scope, x: X, error: number): boolean {
	const expr = exprAt(scope, x);
	if (expr.op !== 'binary' || expr.operator !== '!=') return false;
	const [left, right] = expr.of;
	const name = exprAt(scope, left);
	return name.op === 'ref' && name.to === error && isPredeclared(read, scope, right, 'nil');
}

function isZero(scope: Scope, x: X | undefined): boolean {
	const expr = x === undefined ? undefined : exprAt(scope, x);
	return expr?.op === 'literal' && expr.value === '0';
}
