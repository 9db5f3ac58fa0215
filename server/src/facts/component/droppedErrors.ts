import type { Expr, L, X } from '../../syntax/go/body/body';
import type { GoFunction } from '../../syntax/go/file';
import { signatureOf } from '../../syntax/go/signature';
import type { TypeExpression } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { returnsOf } from '../go/blocks';
import { type Scope, scopesIn } from '../go/body';
import { goFile } from '../go/file';
import { linkedDirectories } from '../go/linked';
import type { Declared } from '../go/packages';
import { exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { symbol } from '../go/symbols';
import { calledBy, isPredeclared, scopeOfFunction } from '../go/typeOf';
import { boundTo } from '../go/values';

/** A call whose error is dropped, though what it gives beside that is nil then, and is used. */
export interface DroppedError {
	readonly path: string;
	readonly decl: string;
	/** The `_` that drops it. */
	readonly blank: X;
	/** The function that is called (`symbol(path, decl)`), and its name. */
	readonly called: string;
	readonly name: string;
	/** The first use of what it gives: a field or a method of it. */
	readonly use: X;
}

/** The calls in the plugin whose error is dropped, though they give nil with it and that is used; those of one function together. */
export const droppedErrors: Fact<ReadonlyArray<readonly DroppedError[]>> = read => {
	const found = new Map<string, DroppedError[]>();
	for (const dir of read(linkedDirectories))
		for (const path of read(goSourcesIn, dir))
			for (const dropped of read(droppedIn, path)) found.set(dropped.called, [...(found.get(dropped.called) ?? []), dropped]);
	return [...found.values()];
};

const droppedIn: Fact<readonly DroppedError[], string> = (read, path) => {
	// Where nothing is dropped, the bodies need not be read.
	if (!/,\s*_\s*:?=/.test(read(text, path) ?? '') || read(goFile, path)?.generated) return [];
	return scopesIn(read, path).flatMap(scope =>
		scope.body.statements.flatMap(statement => {
			if (statement.kind !== 'assign' || statement.targets.length !== 2 || statement.values.length !== 1) return [];
			return droppedBy(read, scope, statement.targets as [X, X], statement.values[0] as X) ?? [];
		}),
	);
};

function droppedBy(read: Read, scope: Scope, [target, blank]: [X, X], value: X): DroppedError | undefined {
	const [to, dropped] = [exprAt(scope, target), exprAt(scope, blank)];
	if (dropped.op !== 'ref' || dropped.name !== '_' || to.op !== 'ref' || to.to === undefined) return undefined;
	const called = isOfConstants(read, scope, value) ? undefined : calledBy(read, scope, value);
	const use = called && givesNilWithError(read, called) ? firstUse(read, scope, to.to, value) : undefined;
	if (called === undefined || use === undefined) return undefined;
	const { path, value: declared } = called;
	return { path: scope.path, decl: scope.decl, blank, called: symbol(path, declared.decl), name: declared.name, use };
}

/** Whether a call is given constants only: whether it fails does not depend on what users do. */
function isOfConstants(read: Read, scope: Scope, x: X): boolean {
	const call = exprAt(scope, x);
	if (call.op !== 'call' || call.args.length === 0) return false;
	return call.args.every(argument => exprAt(scope, argument).op === 'literal' || boundTo(read, scope, argument)?.kind === 'const');
}

/** Whether a function gives a pointer and an error, and the pointer is nil wherever the error is not. */
function givesNilWithError(read: Read, called: Declared<GoFunction>): boolean {
	const [given, error, ...more] = signatureOf(called.value)?.results ?? [];
	if (given?.type.kind !== 'pointer' || error === undefined || !isError(error.type) || more.length > 0 || given.name !== undefined) return false;
	const scope = scopeOfFunction(read, called);
	const returns = scope === undefined ? [] : returnsOf(scope.body);
	if (scope === undefined || returns.some(({ values }) => values.length !== 2)) return false;
	const failing = returns.filter(({ values: [, error] }) => !isPredeclared(read, scope, error as X, 'nil'));
	return failing.length > 0 && failing.every(({ values: [given] }) => isPredeclared(read, scope, given as X, 'nil'));
}

const isError = (type: TypeExpression) => type.kind === 'name' && type.name === 'error' && type.qualifier === undefined;

/** The first field or method of a local that is used after a call, where nothing compares the local and nothing else sets it. */
function firstUse(read: Read, scope: Scope, local: L, call: X): X | undefined {
	const { exprs, locals } = scope.body;
	const isLocal = (x: X) => {
		const expr = exprs[x];
		return expr?.op === 'ref' && expr.to === local;
	};
	const { writes = [], addressed, init } = locals[local] ?? {};
	if (addressed || [...writes, ...(init === undefined ? [] : [init])].some(value => value !== call)) return undefined;
	const isCompared = exprs.some((expr: Expr) => expr.op === 'binary' && expr.of.some(isLocal) && expr.of.some(of => isPredeclared(read, scope, of, 'nil')));
	const use = isCompared ? -1 : exprs.findIndex((expr, x) => x > call && expr.op === 'select' && isLocal(expr.of));
	return use === -1 ? undefined : use;
}
