import type { Local, X } from '../../syntax/go/body/body';
import type { GoFunction } from '../../syntax/go/file';
import { signatureOf } from '../../syntax/go/signature';
import { pointedTo, readType, type TypeExpression } from '../../syntax/go/type';
import type { Read } from '../core/database';
import { type Scope, scopeOf } from './body';
import { type Declared, declares, functionNamed, typeNamed, valuesNamed } from './packages';
import { denoted, denotedType, exprAt } from './resolve';
import { named } from './symbols';
import { fieldNamed, methodNamed, resolveType, type TypeRef } from './types';
import { boundTo } from './values';

/** The type of an expression, as far as it is a type of this module: `b.config`, `&c`, `new(Config)`, a parameter, a variable, what a function returns. */
export function typeOf(read: Read, scope: Scope, x: X, depth = 0): TypeRef | undefined {
	const found = typeExpressionOf(read, scope, x, depth);
	return found && resolveType(read, found.path, found.type);
}

/** A type expression, and the file that its names are to be read in. */
export interface TypeAt {
	readonly path: string;
	readonly type: TypeExpression;
}

/** The type of an expression as it is written somewhere in this module; undefined if it cannot be followed. */
export function typeExpressionOf(read: Read, scope: Scope, x: X, depth = 0): TypeAt | undefined {
	if (depth > 8) return undefined;
	const expr = exprAt(scope, x);
	switch (expr.op) {
		case 'composite':
			return expr.type && { path: scope.path, type: expr.type };
		case 'unary': {
			const of = expr.operator === '&' || expr.operator === '*' ? typeExpressionOf(read, scope, expr.of, depth + 1) : undefined;
			if (of === undefined) return undefined;
			if (expr.operator === '&') return { path: of.path, type: { kind: 'pointer', element: of.type } };
			return of.type.kind === 'pointer' ? { path: of.path, type: of.type.element } : undefined;
		}
		case 'assert':
			return expr.type && { path: scope.path, type: expr.type };
		case 'call':
			return typeOfCall(read, scope, x, depth);
		case 'ref':
		case 'select':
			return typeOfName(read, scope, x, depth);
		default:
			return undefined;
	}
}

function typeOfName(read: Read, scope: Scope, x: X, depth: number): TypeAt | undefined {
	const expr = exprAt(scope, x);
	const found = denoted(read, scope, x);
	if (found?.kind === 'local') return typeOfLocal(read, scope, scope.body.locals[found.local] as Local, depth);
	if (found?.kind === 'package') {
		const [only] = found.dir === undefined ? [] : read(valuesNamed, named(found.dir, found.name));
		if (only?.value.type !== undefined) return { path: only.path, type: readType(only.value.type) };
		const bound = boundTo(read, scope, x);
		return bound?.value === undefined ? undefined : typeExpressionOf(read, bound.scope, bound.value, depth + 1);
	}
	const of = expr.op === 'select' ? typeOf(read, scope, expr.of, depth + 1) : undefined;
	const field = of && expr.op === 'select' ? fieldNamed(read, of, expr.name) : undefined;
	return field && { path: field.path, type: field.written };
}

function typeOfLocal(read: Read, scope: Scope, local: Local, depth: number): TypeAt | undefined {
	if (local.type !== undefined) return { path: scope.path, type: local.type };
	return local.init === undefined || local.nth !== undefined ? undefined : typeExpressionOf(read, scope, local.init, depth + 1);
}

/** The type of what a call gives first: of `new`, a conversion, or a function of this module. */
function typeOfCall(read: Read, scope: Scope, x: X, depth: number): TypeAt | undefined {
	const call = exprAt(scope, x);
	if (call.op !== 'call') return undefined;
	const [argument] = call.args;
	if (isPredeclared(read, scope, call.fn, 'new')) {
		const made = argument === undefined ? undefined : typeNamedBy(scope, argument);
		return made && { path: scope.path, type: { kind: 'pointer', element: made } };
	}
	const converts = typeNamedBy(scope, call.fn);
	if (converts !== undefined && isType(read, scope, converts)) return { path: scope.path, type: converts };
	const found = calledBy(read, scope, x, depth + 1);
	const result = found && signatureOf(found.value)?.results[0]?.type;
	return found && result && { path: found.path, type: result };
}

/** Whether a name is a predeclared one, not a local or a name of the package. */
export function isPredeclared(read: Read, scope: Scope, x: X, name: string): boolean {
	const expr = exprAt(scope, x);
	if (expr.op !== 'ref' || expr.name !== name) return false;
	const found = denoted(read, scope, x);
	return found?.kind === 'package' && found.dir !== undefined && !declares(read, found.dir, name);
}

function isType(read: Read, { path }: Scope, type: TypeExpression): boolean {
	const inner = pointedTo(type);
	if (inner.kind !== 'name') return inner.kind !== 'other';
	const found = denotedType(read, path, inner);
	return found?.kind === 'package' && found.dir !== undefined && read(typeNamed, named(found.dir, found.name)) !== undefined;
}

/** The type that a type expression names: `Config`, `box.Config`, `*Config`, `Set[int]`, `[]byte`; undefined for any other. */
export function typeNamedBy(scope: Scope, x: X): TypeExpression | undefined {
	const expr = exprAt(scope, x);
	switch (expr.op) {
		case 'type':
			return expr.type;
		case 'ref':
			return { kind: 'name', name: expr.name, ...(expr.to === undefined ? {} : { local: expr.to }) };
		case 'select': {
			const of = exprAt(scope, expr.of);
			return of.op === 'ref' && of.to === undefined ? { kind: 'name', qualifier: of.name, name: expr.name } : undefined;
		}
		case 'index':
			return typeNamedBy(scope, expr.of);
		case 'unary': {
			const element = expr.operator === '*' ? typeNamedBy(scope, expr.of) : undefined;
			return element && { kind: 'pointer', element };
		}
		default:
			return undefined;
	}
}

/** The function or method of this module that a call calls; undefined if it is of another module, or not known. */
export function calledBy(read: Read, scope: Scope, x: X, depth = 0): Declared<GoFunction> | undefined {
	const call = exprAt(scope, x);
	if (call.op !== 'call' || depth > 8) return undefined;
	const found = denoted(read, scope, call.fn);
	if (found?.kind === 'package') return found.dir === undefined ? undefined : read(functionNamed, named(found.dir, found.name));
	const fn = exprAt(scope, call.fn);
	const on = fn.op === 'select' ? typeOf(read, scope, fn.of, depth + 1) : undefined;
	return on && fn.op === 'select' ? methodNamed(read, on, fn.name).method : undefined;
}

/** The scope of a function of this module. */
export const scopeOfFunction = (read: Read, { path, value }: Declared<GoFunction>): Scope | undefined => scopeOf(read, path, value.decl);
