import type { B, Block, Body, Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import type { Scope } from '../go/body';
import { type ExprAt, scopeAt } from '../go/calls';
import { secondsOf } from '../go/durations';
import { exprAt } from '../go/resolve';
import { symbol } from '../go/symbols';
import { asksContext, type Cancelable, cancelableOf } from './canceling';
import { componentCalls } from './componentCode';

/** The calls of `time.Sleep` in one function that is given a context. */
export interface Sleeping {
	readonly path: string;
	readonly decl: string;
	readonly sleeps: readonly X[];
	readonly function: Cancelable;
}

/** The functions of components that are given a context and sleep without it: for long, as long as users ask for, or again and again. */
export const sleepingFunctions: Fact<readonly Sleeping[]> = read => {
	const found = new Map<string, ExprAt[]>();
	for (const call of componentCalls(read, ['time.Sleep'])) {
		const key = symbol(call.path, call.decl);
		found.set(key, [...(found.get(key) ?? []), call]);
	}
	return [...found.values()].flatMap(calls => {
		const [{ path, decl }] = calls as [ExprAt];
		const scope = scopeAt(read, { path, decl });
		const cancelable = cancelableOf(read, scope);
		if (cancelable === undefined) return [];
		const sleeps = calls.flatMap(({ x }) => (isLong(read, scope, cancelable, x) ? [x] : []));
		return sleeps.length === 0 ? [] : [{ path, decl, sleeps, function: cancelable }];
	});
};

/** The seconds that nobody minds to wait for, and those for which a loop may wait that looks whether it is canceled each time around. */
const [short, between] = [5, 30];

function isLong(read: Read, scope: Scope, { ctx }: Cancelable, x: X): boolean {
	const { args, block } = exprAt(scope, x) as Expr & { readonly op: 'call' };
	const [duration] = args;
	const loop = loopAround(scope.body, block);
	if (duration === undefined || loop === undefined) return false;
	const seconds = secondsOf(read, scope, duration);
	if (loop !== 0) return !asksContext(read, scope, ctx, loop) || (seconds ?? 0) >= between;
	return seconds === undefined ? exprAt(scope, duration).op === 'select' : seconds > short;
}

/** The outermost loop around a block, or 0 where there is none; undefined in a closure, of which it is not known who calls it. */
function loopAround({ blocks }: Body, block: B): B | undefined {
	let loop = 0;
	for (let at = block; at > 0; at = (blocks[at] as Block).parent) {
		const { by } = blocks[at] as Block;
		if (by === 'closure' || by === 'go' || by === 'defer') return undefined;
		if (by === 'loop') loop = at;
	}
	return loop;
}
