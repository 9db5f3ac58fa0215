import type { B, Block, Expr, L, Local, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { isInside } from '../go/blocks';
import type { Scope } from '../go/body';
import { exprAt } from '../go/resolve';
import { calledBy, scopeOfFunction } from '../go/typeOf';

/** A function, and those of its locals that tell whether something was canceled: its context, and its state bag. */
export interface Asking {
	readonly read: Read;
	readonly scope: Scope;
	readonly bags: readonly L[];
	/** The block in which a value is assigned. */
	readonly assigned: ReadonlyMap<X, B>;
}

/** What asks a function for cancellations, of which some locals tell. Make one for a function: it goes through all of its statements. */
export function asker(read: Read, scope: Scope, bags: readonly L[]): Asking {
	const assigned = new Map<X, B>();
	for (const statement of scope.body.statements)
		if (statement.kind === 'assign') for (const value of statement.values) if (!assigned.has(value)) assigned.set(value, statement.block);
	return { read, scope, bags, assigned };
}

/** Whether a block runs only after something was canceled, or depending on what the state bag has: by what is asked right before it. */
export const isAsked = (asking: Asking, at: B, depth = 0): boolean => conditionsOf(asking.scope, at).some(x => asks(asking, x, depth, true));

/** What functions are called that tell whether something was canceled or has failed, or wait until it is. */
const aboutCancellation = /cancel|done|stop|abort|interrupt|halt|fail|err|sleep|wait|expired|cause/i;
/** What is called a cancellation whatever it is made of, and what channels say that there was one. */
const canceled = /cancell?ed|aborted|interrupt/i;
const signals = /cancel|abort|interrupt|stop|quit|^sig/i;

/** What is asked before a block runs: its conditions, and of a case of a `select` what it receives. */
function conditionsOf({ body: { blocks, statements } }: Scope, at: B): readonly X[] {
	const { by, conditions = [], from } = blocks[at] as Block;
	const first = by === 'case' ? statements[from] : undefined;
	return first?.kind === 'expression' && first.block === at ? [...conditions, first.of] : conditions;
}

/** Whether a condition asks for a cancellation, `ctx.Err()`, or what is in the state bag, `state.GetOk(…)`; a function that it calls with one of them may. */
function asks(asking: Asking, x: X, depth: number, direct: boolean): boolean {
	if (depth > 8) return false;
	const { scope } = asking;
	const inner = (of: X) => asks(asking, of, depth + 1, direct);
	const expr = exprAt(scope, x);
	switch (expr.op) {
		case 'ref':
			return canceled.test(expr.name) || (expr.to !== undefined && isGivenAsAnswer(asking, expr.to, x, depth + 1));
		case 'select':
			return /^(?:StateCancelled|StateHalted|Canceled|DeadlineExceeded)$/.test(expr.name) || canceled.test(expr.name) || inner(expr.of);
		case 'call':
			return callAsks(asking, expr, x, direct) || (nameOf(scope, expr.fn) === 'Is' && expr.args.some(inner));
		case 'unary':
			return (expr.operator === '<-' && signals.test(nameOf(scope, expr.of) ?? '')) || inner(expr.of);
		case 'assert':
			return inner(expr.of);
		case 'binary':
			return expr.of.some(inner);
		default:
			return false;
	}
}

/** Whether a local has its value from a call that asks, or is set where code runs only after something was canceled. */
function isGivenAsAnswer(asking: Asking, to: L, x: X, depth: number): boolean {
	const { locals, blocks } = asking.scope.body;
	const { init, writes } = locals[to] as Local;
	if ([...(init === undefined ? [] : [init]), ...writes].some(value => value !== x && asks(asking, value, depth, false))) return true;
	const canceling = { ...asking, bags: [] }; // much of what runs depends on the state bag
	return writes.some(value => {
		for (let at = asking.assigned.get(value) ?? -1; at > 0; at = (blocks[at] as Block).parent) if (isAsked(canceling, at, depth)) return true;
		return false;
	});
}

function callAsks({ read, scope, bags }: Asking, { fn, args }: Expr & { readonly op: 'call' }, x: X, direct: boolean): boolean {
	const isBag = (of: X) => {
		const expr = exprAt(scope, of);
		return expr.op === 'ref' && expr.to !== undefined && bags.includes(expr.to);
	};
	const callee = exprAt(scope, fn);
	const name = nameOf(scope, fn);
	if (callee.op === 'select' && (isBag(callee.of) || /^(?:Done|Err)$/.test(callee.name))) return true;
	if (name === undefined || !direct) return false;
	if (canceled.test(name) || (args.some(isBag) && aboutCancellation.test(name))) return true;
	if (callee.op === 'ref' && callee.to !== undefined) return closureAsks(scope, scope.body.locals[callee.to] as Local);
	const called = calledBy(read, scope, x);
	const body = called && scopeOfFunction(read, called);
	return body?.body.exprs.some((_, at) => isCancellation(body, at)) === true;
}

/** Whether a local is a closure that asks for a cancellation. */
function closureAsks(scope: Scope, { init }: Local): boolean {
	const closure = init === undefined ? undefined : exprAt(scope, init);
	if (closure?.op !== 'func') return false;
	return scope.body.exprs.some((expr, at) => expr.op === 'call' && isInside(scope.body, expr.block, closure.block) && isCancellation(scope, at));
}

/** Whether an expression is `ctx.Done()` or `ctx.Err()` of whatever context, or the key for a cancellation in the state bag. */
function isCancellation(scope: Scope, x: X): boolean {
	const expr = exprAt(scope, x);
	const fn = expr.op === 'call' ? exprAt(scope, expr.fn) : undefined;
	if (fn?.op === 'select' && /^(?:Done|Err)$/.test(fn.name)) return /ctx|context/i.test(nameOf(scope, fn.of) ?? '');
	const keys = expr.op === 'call' ? expr.args : [x];
	return keys.some(key => /^(?:StateCancelled|StateHalted)$/.test(nameOf(scope, key) ?? ''));
}

function nameOf(scope: Scope, x: X): string | undefined {
	const expr = exprAt(scope, x);
	return expr.op === 'ref' || expr.op === 'select' ? expr.name : undefined;
}
