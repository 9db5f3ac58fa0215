import type { B, Body, Expr, L, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf, isInside } from '../go/blocks';
import type { Scope } from '../go/body';
import { goFile } from '../go/file';
import { calledBy, scopeOfFunction } from '../go/typeOf';
import { stringOf } from '../go/values';

type Call = Expr & { readonly op: 'call' };

/** A use of a state bag that may put an error into it, and the block where that happens; undefined where that is not known. */
export interface Use {
	readonly x: X;
	readonly block: B | undefined;
}

/** The uses of a state bag, a parameter of the function, that may put something under `"error"`, or under a name like it. */
export function errorPuts(read: Read, scope: Scope, state: L, depth = 0): readonly Use[] {
	const { exprs, calls } = scope.body;
	const seen = new Set<X>();
	const found: Use[] = [];
	for (const x of calls) {
		const call = exprs[x] as Call;
		const fn = exprs[call.fn] as Expr;
		if (fn.op === 'select' && isLocal(exprs[fn.of], state) && /^(?:Put|Remove|Get(?:Ok)?)$/.test(fn.name)) {
			seen.add(fn.of);
			if (fn.name === 'Put' && mayBeError(read, scope, call.args[0])) found.push({ x, block: call.block });
			continue;
		}
		for (const [i, argument] of call.args.entries()) {
			if (!isLocal(exprs[argument], state)) continue;
			seen.add(argument);
			if (givenAway(read, scope, x, i, depth)) found.push({ x, block: call.block });
		}
	}
	for (const [x, expr] of exprs.entries()) if (isLocal(expr, state) && !seen.has(x) && scope.body.locals[state]?.at !== x) found.push({ x, block: undefined });
	return found;
}

/** Whether code at a block and expression may run before another place in the same function, on the way there. */
export function mayPrecede(body: Body, use: Use, block: B, x: X): boolean {
	if (use.block === undefined || functionOf(body, use.block) !== functionOf(body, block)) return true;
	const loops = (at: B): boolean => at !== -1 && ((body.blocks[at]?.by === 'loop' && isInside(body, block, at)) || loops(body.blocks[at]?.parent ?? -1));
	if (use.x > x && !loops(use.block)) return false;
	if (excludes(body, use.block, block) && !loops(use.block)) return false;
	for (let at = use.block; !isInside(body, block, at); at = body.blocks[at]?.parent ?? -1) {
		const { ends } = body.blocks[at] as Body['blocks'][number];
		if (ends === 'returns' || ends === 'exits') return false;
	}
	return true;
}

/** Whether two blocks are in different branches of one `if` or `switch`. */
function excludes(body: Body, one: B, other: B): boolean {
	for (let at = one; at > 0 && !isInside(body, other, at); at = body.blocks[at]?.parent ?? -1) {
		const { by, parent } = body.blocks[at] as Body['blocks'][number];
		if (!/^(?:if|else|case)$/.test(by) || body.blocks[parent]?.by !== 'header' || !isInside(body, other, parent)) continue;
		for (let beside = other; beside > parent; beside = body.blocks[beside]?.parent ?? -1)
			if (body.blocks[beside]?.parent === parent && /^(?:if|else|case)$/.test(body.blocks[beside]?.by ?? '')) return true;
	}
	return false;
}

const isLocal = (expr: Expr | undefined, local: L) => expr?.op === 'ref' && expr.to === local;

/** Whether a key is `"error"`, a name like it, or not known. */
export function mayBeError(read: Read, scope: Scope, key: X | undefined): boolean {
	const name = key === undefined ? undefined : stringOf(read, scope, key)?.value;
	return name === undefined || /err/i.test(name);
}

/** Whether a call that is given a state bag may put an error into it: one of another module may. */
function givenAway(read: Read, scope: Scope, x: X, nth: number, depth: number): boolean {
	const called = depth < 3 ? calledBy(read, scope, x) : undefined;
	const inner = called && scopeOfFunction(read, called);
	if (!called || !inner || read(goFile, called.path)?.generated) return true;
	const parameters = inner.body.locals.flatMap(({ kind, block }, i) => (kind === 'parameter' && block === 0 ? [i] : []));
	const parameter = parameters[nth];
	return parameter === undefined || errorPuts(read, inner, parameter, depth + 1).length > 0;
}
