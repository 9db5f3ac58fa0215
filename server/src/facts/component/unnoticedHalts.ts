import type { B, Block, Body, Expr, L, Local, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { functionOf, returnsOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { callsTo, scopeAt } from '../go/calls';
import { exprAt, selected } from '../go/resolve';
import { named } from '../go/symbols';
import { isPredeclared, typeNamedBy } from '../go/typeOf';
import { resolveType } from '../go/types';
import { isHandedOut, stateOfRun } from './runners';

type Call = Expr & { readonly op: 'call' };

/** The functions that run steps and return no error when one halts without putting one into the state bag, by the types of those steps (`named(dir, type)`). */
export const unnoticedHalts: Fact<Readonly<Record<string, string>>> = read => {
	const found: Record<string, string> = Object.create(null);
	for (const call of read(callsTo, selected('Run'))) {
		const scope = scopeAt(read, call);
		const state = stateOfRun(read, scope, call.x);
		if (state === undefined || !returnsNoError(read, scope, state, call.x)) continue;
		for (const type of typesIn(read, scope)) found[type] ??= call.decl.replace(/#\d+$/, '');
	}
	return found;
};

/** The types of this module of which a function makes values. */
function typesIn(read: Read, scope: Scope): readonly string[] {
	return scope.body.exprs.flatMap(expr => {
		const [argument] = expr.op === 'call' && isPredeclared(read, scope, expr.fn, 'new') ? expr.args : [];
		const type = expr.op === 'composite' ? expr.type : argument === undefined ? undefined : typeNamedBy(scope, argument);
		const found = type && resolveType(read, scope.path, type);
		return found ? [named(found.dir, found.type)] : [];
	});
}

/** Whether a function returns an error after steps ran only if the state bag has one, or says that they were canceled. */
function returnsNoError(read: Read, scope: Scope, state: L, run: X): boolean {
	const { body } = scope;
	const own = functionOf(body, (body.exprs[run] as Call).block);
	// A closure or a deferred call may turn it into an error after all.
	if (body.calls.some(x => isState(body.exprs[bagOf(body, x)], state) && functionOf(body, (body.exprs[x] as Call).block) !== own)) return false;
	if (body.exprs.some((expr, x) => isState(expr, state) && isHandedOut(body, x, state))) return false;
	const uses = usesAfter(body, state, run);
	if (uses === undefined || body.exprs.some((expr, x) => x > run && expr.op === 'select' && expr.name === 'StateHalted')) return false;
	const tested = new Set(uses.filter(({ name }) => name === 'GetOk').map(({ key }) => key));
	// Of what may be missing, an assertion panics.
	if (uses.some(({ name, key, x }) => name === 'Get' && !tested.has(key) && body.exprs.some(expr => expr.op === 'assert' && expr.of === x))) return false;
	const after = returnsOf(body).filter(({ values }) => (values[0] ?? -1) > run);
	const ends = after.filter(({ index }) => !asksForError(body, state, (body.statements[index] as Body['statements'][number]).block));
	return ends.length > 0 && ends.every(({ values }) => isPredeclared(read, scope, values.at(-1) as X, 'nil'));
}

/** What a method is called on; -1 for another call. */
function bagOf(body: Body, x: X): X {
	const fn = body.exprs[(body.exprs[x] as Call).fn] as Expr;
	return fn.op === 'select' ? fn.of : -1;
}

/** What a function reads from a state bag after a call; undefined if others are given the state bag, or a name is not written out. */
function usesAfter(body: Body, state: L, run: X): ReadonlyArray<{ readonly name: string; readonly key: string; readonly x: X }> | undefined {
	const uses = body.calls.flatMap(x => {
		const call = body.exprs[x] as Call;
		const fn = body.exprs[call.fn] as Expr;
		return x > run && fn.op === 'select' && isState(body.exprs[fn.of], state) ? [{ name: fn.name, key: keyOf(body, call.args[0]), x, of: fn.of }] : [];
	});
	const known = new Set(uses.map(({ of }) => of));
	if (body.exprs.some((expr, x) => x > run && isState(expr, state) && !known.has(x))) return undefined;
	return uses.every(({ name, key }) => (name === 'Get' || name === 'GetOk') && key !== undefined)
		? uses.map(({ name, key, x }) => ({ name, key: key as string, x }))
		: undefined;
}

/** A key as it is written: `"error"`, `multistep.StateCancelled`. */
function keyOf({ exprs }: Body, x: X | undefined): string | undefined {
	const expr = x === undefined ? undefined : exprs[x];
	return expr?.op === 'literal' ? expr.value : expr?.op === 'select' || expr?.op === 'ref' ? expr.name : undefined;
}

/** Whether a block runs only if the state bag has an error, or says that the steps were canceled. */
function asksForError(body: Body, state: L, block: B): boolean {
	for (let at = block; at > 0; at = (body.blocks[at] as Block).parent) {
		const { by, conditions } = body.blocks[at] as Block;
		const [condition] = by === 'if' ? (conditions ?? []) : [];
		const asked = condition === undefined ? undefined : exprAt({ body } as Scope, condition);
		const { init } = (asked?.op === 'ref' && asked.to !== undefined ? body.locals[asked.to] : {}) as Partial<Local>;
		const call = init === undefined ? undefined : body.exprs[init];
		const fn = call?.op === 'call' ? body.exprs[call.fn] : undefined;
		if (call?.op !== 'call' || fn?.op !== 'select' || fn.name !== 'GetOk' || !isState(body.exprs[fn.of], state)) continue;
		if (/^(?:error|StateCancelled)$/.test(keyOf(body, call.args[0]) ?? '')) return true;
	}
	return false;
}

const isState = (expr: Expr | undefined, state: L) => expr?.op === 'ref' && expr.to === state;
