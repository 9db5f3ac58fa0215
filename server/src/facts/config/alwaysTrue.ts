import type { Expr, Statement, X } from '../../syntax/go/body/body';
import { preparing } from '../component/preparing';
import { entrances } from '../config/decoding';
import type { Fact, Read } from '../core/database';
import { functionOf, returnsOf } from '../go/blocks';
import { type Scope, scopeOf } from '../go/body';
import type { ExprAt } from '../go/calls';
import { dotted } from '../go/print';
import { exprAt } from '../go/resolve';
import { symbol } from '../go/symbols';
import { calledBy, isPredeclared, scopeOfFunction, typeOf } from '../go/typeOf';
import { fieldNamed, methodNamed } from '../go/types';
import { components } from '../plugin/components';
import { tagOf } from './fields';

/** An attribute that templates set in vain: what a function sets to true whenever it is false. */
export interface AlwaysTrue extends ExprAt {
	readonly field: string;
	readonly attribute: string;
}

/** The boolean attributes that components set to true whenever they are false, in functions that certainly run while Packer prepares them; each once. */
export const alwaysTrue: Fact<readonly AlwaysTrue[]> = read => {
	const found = read(preparing).flatMap(({ path, decl }) => {
		const scope = scopeOf(read, path, decl);
		return scope?.body.statements.flatMap((statement, index) => alwaysSet(read, scope, statement, index) ?? []) ?? [];
	});
	const reached = found.length === 0 ? undefined : reachedAlways(read);
	return found.filter(({ path, decl }) => reached?.has(symbol(path, decl)));
};

/** The functions that run whenever Packer prepares a component, by `symbol`. */
function reachedAlways(read: Read): ReadonlyMap<string, Scope> {
	const scopes = new Map<string, Scope>();
	for (const { kind, implementation } of read(components)) {
		const method = implementation && methodNamed(read, implementation, entrances[kind]).method;
		const scope = method && scopeOfFunction(read, method);
		if (scope) addReached(read, scopes, scope, 0);
	}
	return scopes;
}

/** Adds a function, and those of this module that it calls whatever holds. */
function addReached(read: Read, scopes: Map<string, Scope>, scope: Scope, depth: number): void {
	const key = symbol(scope.path, scope.decl);
	if (scopes.has(key) || depth > 3) return;
	scopes.set(key, scope);
	// What returns without an error before does not call what comes behind it.
	const end = Math.min(...returnsOf(scope.body).map(({ values }) => (fails(read, scope, values) ? Number.POSITIVE_INFINITY : (values[0] ?? 0))));
	for (const x of scope.body.calls) {
		if (x > end) break;
		const called = runsAlways(scope, (exprAt(scope, x) as Expr & { readonly op: 'call' }).block) ? calledBy(read, scope, x) : undefined;
		const inner = called && scopeOfFunction(read, called);
		if (inner) addReached(read, scopes, inner, depth + 1);
	}
}

/** Whether a block of a function runs whenever the function does: its outermost one, and heads of statements there. */
function runsAlways({ body: { blocks } }: Scope, block: number): boolean {
	const at = blocks[block];
	return block === 0 || (at?.by === 'header' && at.parent === 0);
}

/** What a statement sets to true in `if !c.Attribute { c.Attribute = true }`; undefined for any other. */
function alwaysSet(read: Read, scope: Scope, statement: Statement, index: number): AlwaysTrue | undefined {
	const { blocks, statements } = scope.body;
	const block = blocks[statement.block]; // a half-typed function may have statements and no block
	if (statement.kind !== 'assign' || statement.operator !== '=' || statement.targets.length !== 1 || block?.by !== 'if') return undefined;
	const { parent, conditions } = block;
	const [x] = statement.targets as [X];
	const [value] = statement.values;
	const target = exprAt(scope, x);
	const condition = conditions?.length === 1 ? exprAt(scope, conditions[0] as X) : undefined;
	if (target.op !== 'select' || condition?.op !== 'unary' || condition.operator !== '!' || value === undefined) return undefined;
	const name = dotted(scope.body, x);
	if (name === undefined || dotted(scope.body, condition.of) !== name || !isPredeclared(read, scope, value, 'true')) return undefined;
	if (!runsAlways(scope, parent) || blocks.some(one => one.by === 'else' && one.parent === parent)) return undefined;
	// What returns without an error before does so with what the template says.
	if (
		statements.slice(0, index).some(earlier => earlier.kind === 'return' && functionOf(scope.body, earlier.block) === 0 && !fails(read, scope, earlier.values))
	)
		return undefined;
	const type = typeOf(read, scope, target.of);
	const found = type && fieldNamed(read, type, target.name);
	const [attribute = '', ...options] = (found && tagOf(found.field, 'mapstructure')?.split(',')) ?? [];
	if (found?.field.type !== 'bool' || attribute === '' || attribute === '-' || options.includes('squash')) return undefined;
	return { path: scope.path, decl: scope.decl, x, field: name, attribute };
}

/** Whether what a function returns is an error. */
const fails = (read: Read, scope: Scope, values: readonly X[]): boolean => {
	const last = values.at(-1);
	return last !== undefined && !isPredeclared(read, scope, last, 'nil');
};
