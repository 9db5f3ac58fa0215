import type { B, Expr, Local, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { filesIn } from '../core/files';
import { dirname } from '../core/paths';
import { functionOf, isInside } from '../go/blocks';
import { type Scope, scopeOf } from '../go/body';
import { goFile } from '../go/file';
import { functionNamed } from '../go/packages';
import { denoted, exprAt } from '../go/resolve';
import { named, partsOf, symbol } from '../go/symbols';

/** A function or closure of a test, by its outermost block; `literal` where it is written as the value itself. */
export interface TestFunction {
	readonly scope: Scope;
	readonly block: B;
	readonly literal?: X;
}

/** The function that a value of a test case is: a literal, a function of the module, or the closure that a function of the module returns; undefined for any other. */
export function functionAt(read: Read, scope: Scope, x: X, depth = 0): TestFunction | undefined {
	const expr = exprAt(scope, x);
	if (expr.op === 'func') return { scope, block: expr.block, ...(depth === 0 ? { literal: x } : {}) };
	if (depth > 2) return undefined;
	if (expr.op === 'ref' && expr.to !== undefined) {
		const { kind, init, nth, writes } = scope.body.locals[expr.to] as Local;
		const known = kind === 'variable' && init !== undefined && nth === undefined && writes.length === 0;
		return known ? functionAt(read, scope, init, depth + 1) : undefined;
	}
	if (expr.op !== 'call') return functionNamedBy(read, scope, x);
	const maker = functionNamedBy(read, scope, expr.fn);
	const returns = maker?.scope.body.statements.filter(one => one.kind === 'return' && functionOf(maker.scope.body, one.block) === 0) ?? [];
	const [only, ...more] = returns.flatMap(one => (one.kind === 'return' ? one.values : []));
	return maker === undefined || only === undefined || more.length > 0 ? undefined : functionAt(read, maker.scope, only, depth + 1);
}

/** The function of this module that a name denotes, `deleteBox` or `common.DeleteBox`; undefined for any other. */
function functionNamedBy(read: Read, scope: Scope, x: X): TestFunction | undefined {
	const found = denoted(read, scope, x);
	if (found?.kind !== 'package') return undefined;
	if (found.path === undefined) return functionInPackage(read, scope.path, found.name);
	const declared = found.dir === undefined ? undefined : read(functionNamed, named(found.dir, found.name));
	const there = declared && scopeOf(read, declared.path, declared.value.decl);
	return there && { scope: there, block: 0 };
}

/** A function of the package that a test is in, tests included; undefined if no file declares it, or several do. */
export function functionInPackage(read: Read, path: string, name: string): TestFunction | undefined {
	const found = read(declaring, symbol(path, name));
	const scope = found && scopeOf(read, found.path, found.decl);
	return scope && { scope, block: 0 };
}

/** The only function of a name in the package of a file, tests included (`symbol(path, name)`). */
const declaring: Fact<{ readonly path: string; readonly decl: string } | undefined, string> = (read, key) => {
	const { path, decl: name } = partsOf(key);
	const dir = dirname(path);
	const own = read(goFile, path)?.package;
	const [only, ...more] = read(filesIn, dir).flatMap(file => {
		const there = dir === '' ? file : `${dir}/${file}`;
		const declared = file.endsWith('.go') ? read(goFile, there) : undefined;
		const found = declared?.package === own ? declared?.functions.find(one => one.name === name && one.receiver === undefined) : undefined;
		return found === undefined ? [] : [{ path: there, decl: found.decl }];
	});
	return more.length > 0 ? undefined : only;
};

/** The parameters of a function or closure, as far as they have names, in their order. */
export const parametersOf = ({ scope, block }: TestFunction): readonly number[] =>
	scope.body.locals.flatMap((local, index) => (local.kind === 'parameter' && local.block === block ? [index] : []));

/** The calls in a function or closure itself, those of closures in it left out. */
export const callsOf = ({ scope, block }: TestFunction): ReadonlyArray<readonly [X, Expr & { readonly op: 'call' }]> =>
	scope.body.calls.flatMap(x => {
		const call = exprAt(scope, x);
		return call.op === 'call' && functionOf(scope.body, call.block) === block ? [[x, call] as const] : [];
	});

/** Whether the function itself or a closure in it uses a local. */
export const usesLocal = ({ scope, block }: TestFunction, local: number): boolean =>
	isInside(scope.body, (scope.body.locals[local] as Local).block, block) &&
	scope.body.exprs.some((expr, x) => expr.op === 'ref' && expr.to === local && x !== scope.body.locals[local]?.at);
