import type { B, Block, Body, Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import type { Scope } from '../go/body';
import { secondsOf } from '../go/durations';
import { exprAt } from '../go/resolve';
import { asksContext, type Cancelable, callsInCancelable } from './canceling';

/** The calls of `time.Sleep` in one function that is given a context. */
export interface Sleeping {
	readonly path: string;
	readonly decl: string;
	readonly sleeps: readonly X[];
	readonly function: Cancelable;
}

/** The functions of components that are given a context and sleep without it: for long, as long as users ask for, or again and again. */
export const sleepingFunctions: Fact<readonly Sleeping[]> = read => {
	return callsInCancelable(read, ['time.Sleep']).flatMap(({ scope, calls, cancelable }) => {
		const sleeps = calls.filter(x => isLong(read, scope, cancelable, x));
		return sleeps.length === 0 ? [] : [{ path: scope.path, decl: scope.decl, sleeps, function: cancelable }];
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
