import type { B, Block, Body, Expr, L, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf, returnsOf } from '../go/blocks';
import { type Scope, scopeOf } from '../go/body';
import { goFile } from '../go/file';
import { exprAt } from '../go/resolve';
import { calledBy, isPredeclared, scopeOfFunction } from '../go/typeOf';
import { stringOf } from '../go/values';
import { givenKeys, sdkKeys } from './sdkKeys';
import { statePuts } from './statePuts';
import { mayPrecede } from './stateUse';
import { parameterNamed, stepMethodOf } from './steps';

/** The key of a value that `Cleanup` of a step asserts to be in the state bag, whenever it runs, though `Run` may return before it puts it there. */
export function keyMissingInCleanup(read: Read, scope: Scope, x: X): string | undefined {
	if (!scope.decl.includes('.Cleanup')) return undefined;
	const { body } = scope;
	const assertion = exprAt(scope, x);
	const get = assertion.op === 'assert' && assertion.type !== undefined ? exprAt(scope, assertion.of) : undefined;
	const fn = get?.op === 'call' ? exprAt(scope, get.fn) : undefined;
	if (assertion.op !== 'assert' || get?.op !== 'call' || fn?.op !== 'select' || fn.name !== 'Get') return undefined;
	const step = stepMethodOf(read, scope);
	const state = step?.name === 'Cleanup' ? parameterNamed(scope, step.state) : undefined;
	const bag = exprAt(scope, fn.of);
	if (step === undefined || state === undefined || bag.op !== 'ref' || bag.to !== state) return undefined;
	if (!isUnconditional(body, assertion.block)) return undefined;
	const key = get.args[0] === undefined ? undefined : stringOf(read, scope, get.args[0])?.value;
	if (key === undefined || !runMayNotPut(read, scope, step.type, key) || recovers(read, scope)) return undefined;
	return isChecked(body, x) || mayReturnBefore(body, x) ? undefined : key;
}

/** Whether a deferred call in a function recovers from panics, or may: one of another module that is named so. */
function recovers(read: Read, scope: Scope): boolean {
	const { body } = scope;
	const isRecover = (at: Scope, x: X) => isPredeclared(read, at, (exprAt(at, x) as Expr & { readonly op: 'call' }).fn, 'recover');
	const inDefer = (block: B): boolean => block > 0 && (body.blocks[block]?.by === 'defer' || inDefer((body.blocks[block] as Block).parent));
	return body.statements.some(statement => {
		if (statement.kind !== 'defer') return false;
		const call = exprAt(scope, statement.of);
		const fn = call.op === 'call' ? exprAt(scope, call.fn) : undefined;
		if (fn?.op === 'func' || (fn?.op === 'ref' && fn.to !== undefined))
			return body.calls.some(x => isRecover(scope, x) && (fn.op === 'ref' || inDefer((exprAt(scope, x) as Expr & { readonly op: 'call' }).block)));
		const called = calledBy(read, scope, statement.of);
		const inner = called && scopeOfFunction(read, called);
		if (inner !== undefined) return inner.body.calls.some(x => isRecover(inner, x));
		return fn?.op === 'select' && /recover|panic/i.test(fn.name);
	});
}

/** Whether code of a block always runs: it is in that of the function, or in the head of an `if` there. */
function isUnconditional({ blocks }: Body, block: B): boolean {
	for (let at = block; at > 0; at = (blocks[at] as Block).parent) if ((blocks[at] as Block).by !== 'header') return false;
	return block >= 0;
}

/** Whether an assertion says whether it holds, `x, ok := …`, or is made only if something before `&&` or `||` asks for it. */
function isChecked(body: Body, x: X): boolean {
	const { exprs, statements } = body;
	if (statements.some(s => s.kind === 'assign' && s.values.length === 1 && s.values[0] === x && s.targets.length === 2)) return true;
	// The parts of an expression have lower nodes than itself.
	return exprs.some(expr => expr.op === 'binary' && /^(?:&&|\|\|)$/.test(expr.operator) && expr.of[0] < x && x <= expr.of[1]);
}

/** Whether a function may return before an expression. */
function mayReturnBefore(body: Body, x: X): boolean {
	return returnsOf(body).some(({ index }) => {
		let known = false;
		for (let at = (body.statements[index] as Body['statements'][number]).block; at > 0; at = (body.blocks[at] as Block).parent) {
			const { conditions = [] } = body.blocks[at] as Block;
			if (conditions.some(condition => condition < x)) return true;
			known ||= conditions.length > 0;
		}
		return !known;
	});
}

/** Whether only `Run` of a step puts a key into the state bag, and may return before it does. */
function runMayNotPut(read: Read, { path }: Scope, type: string, key: string): boolean {
	const declared = read(goFile, path)?.functions.find(({ name, receiver }) => name === 'Run' && receiver?.type === type);
	const run = declared && scopeOf(read, path, declared.decl);
	if (declared === undefined || run === undefined || stepMethodOf(read, run)?.name !== 'Run') return false;
	const { byKey, unknown } = read(statePuts);
	const puts = byKey[key] ?? [];
	if (unknown || sdkKeys.includes(key) || puts.length === 0 || puts.some(put => put.path !== path || put.decl !== declared.decl)) return false;
	const uses = puts.map(({ x }) => ({ x, block: (exprAt(run, x) as Expr & { readonly op: 'call' }).block }));
	if (uses.some(({ block }) => functionOf(run.body, block) !== 0)) return false;
	if (read(givenKeys)?.includes(key) !== false) return false;
	return returnsOf(run.body).some(({ index, values: [value] }) => {
		const { block } = run.body.statements[index] as Body['statements'][number];
		return value !== undefined && !uses.some(use => mayPrecede(run.body, use, block, value));
	});
}

/** The local that an assertion gives its value to in a statement of its own, `x := state.Get("x").(T)`. */
export function assignedFrom(body: Body, x: X): { readonly index: number; readonly target: X; readonly local: L } | undefined {
	const index = body.statements.findIndex(s => s.kind === 'assign' && s.operator === ':=' && s.block === 0 && s.targets.length === 1 && s.values[0] === x);
	const statement = body.statements[index];
	const target = statement?.kind === 'assign' ? statement.targets[0] : undefined;
	const expr = target === undefined ? undefined : body.exprs[target];
	return target !== undefined && expr?.op === 'ref' && expr.to !== undefined ? { index, target, local: expr.to } : undefined;
}
