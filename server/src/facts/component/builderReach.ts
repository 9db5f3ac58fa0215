import type { GoFunction } from '../../syntax/go/file';
import type { Fact, Read } from '../core/database';
import { type Scope, scopeOf } from '../go/body';
import { type Declared, functionNamed, methodsOf, valuesNamed } from '../go/packages';
import { denoted } from '../go/resolve';
import { named, partsOf, symbol } from '../go/symbols';
import { calledBy, isPredeclared, typeNamedBy } from '../go/typeOf';
import { resolveType } from '../go/types';

/**
 * The code of this module that the method `Run` of a type (`named(dir, type)`) may run, as declarations (`symbol(path, decl)`): what it calls, the functions and
 * package variables that it names, the methods of the types of which it makes values. What it calls by interfaces of others is not followed.
 */
export const reachedByRun: Fact<readonly string[], string> = (read, key) => {
	const found = new Set(read(methodsOf, key).flatMap(method => (method.value.name === 'Run' ? [keyOf(method)] : [])));
	for (const one of found) {
		for (const next of read(namedBy, one)) found.add(next);
	}
	return [...found].sort();
};

/** The code of this module that a declaration (`symbol(path, decl)`) may run directly: builders share most of what they run. */
const namedBy: Fact<readonly string[], string> = (read, key) => {
	const scope = scopeOfKey(read, key);
	return scope === undefined ? [] : [...new Set(namedIn(read, scope))];
};

/** The scope of a declaration by its key. */
export function scopeOfKey(read: Read, key: string): Scope | undefined {
	const { path, decl } = partsOf(key);
	return scopeOf(read, path, decl);
}

const keyOf = ({ path, value }: Declared<Pick<GoFunction, 'decl'>>) => symbol(path, value.decl);

function* namedIn(read: Read, scope: Scope): Generator<string> {
	for (const [x, expr] of scope.body.exprs.entries()) {
		if (expr.op === 'call') {
			const called = calledBy(read, scope, x);
			if (called !== undefined) yield keyOf(called);
		}
		const [argument] = expr.op === 'call' && isPredeclared(read, scope, expr.fn, 'new') ? expr.args : [];
		const written = expr.op === 'composite' ? expr.type : argument === undefined ? undefined : typeNamedBy(scope, argument);
		const type = written && resolveType(read, scope.path, written);
		if (type !== undefined) yield* read(methodsOf, named(type.dir, type.type)).map(keyOf);
		const found = expr.op === 'ref' || expr.op === 'select' ? denoted(read, scope, x) : undefined;
		if (found?.kind !== 'package' || found.dir === undefined) continue;
		const name = named(found.dir, found.name);
		const declared = read(functionNamed, name);
		if (declared !== undefined) yield keyOf(declared);
		for (const value of read(valuesNamed, name)) yield keyOf(value);
	}
}
