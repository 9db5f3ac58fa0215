import type { Expr, L, Local, X } from '../../syntax/go/body/body';
import { pointedTo } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { type Scope, scopesIn } from '../go/body';
import { type ExprAt, scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { partsOfExpr } from '../go/parts';
import { denoted, denotedType, exprAt } from '../go/resolve';
import { goSources, goSourcesIn } from '../go/sources';
import { partsOf, symbol } from '../go/symbols';
import { typeExpressionOf, typeOf } from '../go/typeOf';
import { declarationOf, fieldNamed, resolveType, type TypeRef } from '../go/types';
import { preparing } from './preparing';

/** Whether nothing in this module looks at the value of a field, and nothing uses it before components run: it only goes to other modules, into texts, and into fields like it. */
export function isUnseen(read: Read, struct: Pick<TypeRef, 'path' | 'dir' | 'type'>, field: string, depth = 0): boolean {
	const declared = declarationOf(read, struct)?.fields?.find(({ names }) => names.includes(field));
	if (declared === undefined || depth > 2) return false;
	const early = read(preparing);
	for (const use of usesOf(read, struct, field)) {
		const scope = scopeAt(read, use);
		const { of } = exprAt(scope, use.x) as Expr & { readonly op: 'select' };
		const type = typeOf(read, scope, of);
		const selected = type && fieldNamed(read, type, field);
		if (type === undefined ? isForeign(read, scope, of) : selected?.path !== struct.path || selected.field !== declared) continue;
		if (early.some(({ path, decl }) => path === use.path && decl === use.decl) || !passesUnseen(read, scope, use.x, depth)) return false;
	}
	return true;
}

/** Where fields of a name are selected: first in the package of a struct, where most fields are looked at, so that other files need not be read. */
function* usesOf(read: Read, { dir }: Pick<TypeRef, 'dir'>, field: string): Generator<ExprAt> {
	const own = new Set(read(goSourcesIn, dir));
	for (const path of own) yield* read(selections, symbol(path, field));
	for (const path of read(goSources)) if (!own.has(path)) yield* read(selections, symbol(path, field));
}

/** Whether an expression certainly has a type of another module. */
function isForeign(read: Read, scope: Scope, x: X): boolean {
	const found = typeExpressionOf(read, scope, x);
	const type = found && pointedTo(found.type);
	const denotes = found && type?.kind === 'name' ? denotedType(read, found.path, type) : undefined;
	return denotes?.kind === 'package' && denotes.dir === undefined;
}

/** Whether an expression certainly comes from another module: a method of it may be called, which no interface of this module stands for. */
function isOfForeign(read: Read, scope: Scope, x: X): boolean {
	const expr = exprAt(scope, x);
	if (expr.op === 'select') return isForeign(read, scope, x) || (denoted(read, scope, x) === undefined && isOfForeign(read, scope, expr.of));
	if (expr.op === 'call') {
		const fn = denoted(read, scope, expr.fn);
		if (fn?.kind === 'package') return fn.dir === undefined;
	}
	const local = expr.op === 'ref' && expr.to !== undefined ? (scope.body.locals[expr.to] as Local) : undefined;
	const { init } = local?.type === undefined && local?.writes.length === 0 ? local : {};
	return isForeign(read, scope, x) || (init !== undefined && init !== x && exprAt(scope, init).op === 'call' && isOfForeign(read, scope, init));
}

/** Where a file selects a name (`symbol(path, name)`): `c.Region`. */
const selections: Fact<readonly ExprAt[], string> = (read, key) => {
	const { path, decl: name } = partsOf(key);
	if (!read(text, path)?.includes(name) || read(goFile, path)?.generated) return []; // its bodies need not be read
	return scopesIn(read, path).flatMap(({ decl, body }) =>
		body.exprs.flatMap((expr, x) => (expr.op === 'select' && expr.name === name ? [{ path, decl, x }] : [])),
	);
};

/** Whether nothing in this module looks at what an expression gives: whether it is empty, what it begins with. */
function passesUnseen(read: Read, scope: Scope, x: X, depth: number, steps = 0): boolean {
	if (steps > 5) return false;
	const at = scope.body.exprs.findIndex((expr, i) => i !== x && partsOfExpr(expr).includes(x));
	if (at === -1) return isAssigned(read, scope, x, depth, steps);
	const around = exprAt(scope, at);
	if (around.op === 'unary' && around.operator === '&') return passesUnseen(read, scope, at, depth, steps + 1);
	if (around.op === 'composite') return isField(read, scope, around, x, depth);
	return around.op === 'call' && around.fn !== x && isGiven(read, scope, at, depth, steps);
}

/** Whether a value becomes a field of a struct of another module, or one of this module that nothing looks at. */
function isField(read: Read, scope: Scope, { type, entries }: Expr & { readonly op: 'composite' }, x: X, depth: number): boolean {
	const [key] = entries.find(([, value]) => value === x) ?? [];
	const name = key === undefined ? undefined : exprAt(scope, key);
	if (type?.kind !== 'name' || name?.op !== 'ref') return false;
	const found = denotedType(read, scope.path, type);
	if (found?.kind !== 'package') return false;
	if (found.dir === undefined) return true;
	const own = resolveType(read, scope.path, type);
	return own !== undefined && isUnseen(read, own, name.name, depth + 1);
}

/** Whether a call is one of another module that does not tell what is in a text. */
function isGiven(read: Read, scope: Scope, x: X, depth: number, steps: number): boolean {
	const call = exprAt(scope, x) as Expr & { readonly op: 'call' };
	const fn = denoted(read, scope, call.fn);
	const callee = exprAt(scope, call.fn);
	if (callee.op === 'select' && fn === undefined ? !isOfForeign(read, scope, callee.of) : fn?.kind !== 'package' || fn.dir !== undefined) return false;
	if (callee.op === 'select' && pointers.test(callee.name)) return passesUnseen(read, scope, x, depth, steps + 1);
	return fn?.kind !== 'package' || !/^(?!fmt$|log$)[\w/]+$/.test(fn.path ?? ''); // packages of Go have no dot in their paths
}

/** Functions that give a pointer to a value: `aws.String`. */
const pointers = /^(?:String|StringPtr|StringSlice|Ptr|To|ToPtr|Pointer)$/;

/** Whether a value is assigned to a field of a struct of another module, or to a local at which nothing looks. */
function isAssigned(read: Read, scope: Scope, x: X, depth: number, steps: number): boolean {
	const { statements, exprs, locals } = scope.body;
	const statement = statements.find(statement => statement.kind === 'assign' && statement.values.includes(x));
	if (statement?.kind !== 'assign' || statement.values.length !== statement.targets.length) return false;
	const target = statement.targets[statement.values.indexOf(x)] as X;
	const to = exprAt(scope, target);
	if (to.op === 'select') return typeOf(read, scope, to.of) === undefined;
	if (to.op !== 'ref' || to.to === undefined) return false;
	const local = to.to as L;
	const { addressed, writes, at } = locals[local] as Local;
	if (addressed || writes.some(value => value !== x)) return false;
	return exprs.every((expr, i) => expr.op !== 'ref' || expr.to !== local || i === target || i === at || passesUnseen(read, scope, i, depth, steps + 1));
}
