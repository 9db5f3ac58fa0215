import type { Expr, L, Local, X } from '../../syntax/go/body/body';
import { signatureOf } from '../../syntax/go/signature';
import type { Read } from '../core/database';
import type { Scope } from '../go/body';
import { goFile } from '../go/file';
import { denoted, exprAt } from '../go/resolve';
import { isPredeclared } from '../go/typeOf';
import { sdkModule } from '../plugin/module';

/** The local variable to which a call of the SDK's `MultiErrorAppend` adds errors; undefined if it is another call, or adds to something else. */
export function collectorOf(read: Read, scope: Scope, x: X): L | undefined {
	const call = exprAt(scope, x);
	const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
	const [first] = call.op === 'call' ? call.args : [];
	if (first === undefined || fn?.kind !== 'package' || fn.name !== 'MultiErrorAppend' || fn.path !== `${sdkModule}/packer`) return undefined;
	const to = exprAt(scope, first);
	return to.op === 'ref' ? to.to : undefined;
}

/** Whether a function only ever adds errors to a local variable: it returns it nowhere, compares it with nothing, and gives it to nobody. */
export function isNeverRead(read: Read, scope: Scope, local: L): boolean {
	const { locals, exprs, calls, statements } = scope.body;
	const { kind, addressed, at, init } = locals[local] as Local;
	if (kind !== 'variable' || addressed || (init !== undefined && !isNew(read, scope, init))) return false;
	const isTarget = (x: X | undefined) => x !== undefined && (exprs[x] as Expr & { readonly to?: L }).to === local;
	// What is appended stays where it was, or goes nowhere.
	const kept = new Set(
		statements.flatMap(statement => {
			if (statement.kind === 'expression') return [statement.of];
			return statement.kind === 'assign' ? statement.values.filter((_, i) => isTarget(statement.targets[i])) : [];
		}),
	);
	const appended = calls.flatMap(x => (kept.has(x) && collectorOf(read, scope, x) === local ? [(exprs[x] as Expr & { readonly op: 'call' }).args[0]] : []));
	const written = statements.flatMap(statement => (statement.kind === 'assign' ? statement.targets : []));
	const harmless = new Set([at, ...appended, ...written]);
	return exprs.every((expr, x) => expr.op !== 'ref' || expr.to !== local || harmless.has(x));
}

/** Whether a value is a list of errors that nobody else has: `nil`, `new(…)`, `&MultiError{}` or what `MultiErrorAppend` makes of `nil`. */
function isNew(read: Read, scope: Scope, x: X): boolean {
	const expr = exprAt(scope, x);
	if (isPredeclared(read, scope, x, 'nil')) return true;
	if (expr.op === 'unary') return exprAt(scope, expr.of).op === 'composite';
	if (expr.op !== 'call') return false;
	const fn = denoted(read, scope, expr.fn);
	const [first] = expr.args;
	return (
		isPredeclared(read, scope, expr.fn, 'new') || (fn?.kind === 'package' && fn.name === 'MultiErrorAppend' && first !== undefined && isNew(read, scope, first))
	);
}

/** The statement with which a function that returns an error last ends: its index, and the values before the error, if all are names or literals. */
export function lastReturn(read: Read, scope: Scope): { readonly index: number; readonly values: readonly X[] } | undefined {
	const declared = read(goFile, scope.path)?.functions.find(({ decl }) => decl === scope.decl);
	const results = declared && signatureOf(declared)?.results;
	const { statements } = scope.body;
	const index = statements.findLastIndex(({ block }) => block === 0);
	const last = statements[index];
	const type = results?.at(-1)?.type;
	if (last?.kind !== 'return' || type?.kind !== 'name' || type.name !== 'error' || type.qualifier !== undefined || last.values.length !== results?.length)
		return undefined;
	const values = last.values.slice(0, -1);
	return values.every(value => ['ref', 'literal', 'select'].includes(exprAt(scope, value).op)) ? { index, values } : undefined;
}
