import type { B, Block, Body, Expr, L, Local, Statement, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf, isInside } from '../go/blocks';
import type { Scope } from '../go/body';
import { partsIn } from '../go/parts';
import { denoted, exprAt } from '../go/resolve';
import { isPredeclared } from '../go/typeOf';
import { sdkModule } from '../plugin/module';
import { calledName } from './calledName';
import { mayPrecede } from './stateUse';

/** A call of `MultiErrorAppend` whose result overwrites the errors in a local. */
interface Overwriting {
	readonly local: L;
	readonly call: X;
	/** Its first argument. */
	readonly first: X;
}

/** The collected errors that an assignment of `MultiErrorAppend` overwrites, because the call is not given them. */
export function overwrittenErrors(read: Read, scope: Scope, statement: Statement & { readonly kind: 'assign' }): Overwriting | undefined {
	const { body } = scope;
	const [target, value] = [statement.targets[0], statement.values[0]];
	const args = value === undefined ? undefined : appended(read, scope, value);
	const to = target === undefined ? undefined : exprAt(scope, target);
	if (value === undefined || args?.[0] === undefined || statement.operator !== '=' || statement.targets.length > 1 || to?.op !== 'ref' || to.to === undefined)
		return undefined;
	const local = to.to;
	const { writes, addressed, at } = body.locals[local] as Local;
	if (addressed || isReadBefore(body, local, at, value, statement.block) || args.some(x => mentions(body, x, local)) || isTested(body, local, value))
		return undefined;
	const before = writes.some(other =>
		other === value ? repeats(body, statement.block) : appended(read, scope, other) !== undefined && precedes(scope, other, statement.block, value),
	);
	return before ? { local, call: value, first: args[0] } : undefined;
}

/** Whether the collected errors can be put before the first argument, or in its place where that is `nil`: another list of errors would be added to itself. */
export function canBeGiven(read: Read, scope: Scope, { call, first }: Overwriting): boolean {
	const expr = exprAt(scope, first);
	if (isPredeclared(read, scope, first, 'nil')) return true;
	const { spread, args } = exprAt(scope, call) as Expr & { readonly op: 'call' };
	if (spread && args.length === 1) return true;
	if (spread) return false;
	return expr.op === 'call' ? appended(read, scope, first) === undefined : expr.op === 'ref' && /err$/i.test(expr.name);
}

/** The arguments of a call of the SDK's `MultiErrorAppend`. */
function appended(read: Read, scope: Scope, x: X): readonly X[] | undefined {
	const call = exprAt(scope, x);
	if (call.op !== 'call' || calledName(scope.body, call) !== 'MultiErrorAppend') return undefined;
	const fn = denoted(read, scope, call.fn);
	return fn?.kind === 'package' && fn.name === 'MultiErrorAppend' && fn.path === `${sdkModule}/packer` ? call.args : undefined;
}

function precedes(scope: Scope, call: X, block: B, x: X): boolean {
	const expr = exprAt(scope, call);
	if (expr.op !== 'call' || functionOf(scope.body, expr.block) !== functionOf(scope.body, block)) return false;
	return call < x && mayPrecede(scope.body, { x: call, block: expr.block }, block, x);
}

/** Whether the errors in a local are read before an expression, or in the loop around it: they may have been used by then. Assigning to it does not read it. */
function isReadBefore(body: Body, local: L, declared: X, x: X, block: B): boolean {
	const targets = new Set(body.statements.flatMap(statement => (statement.kind === 'assign' ? statement.targets : [])));
	const appendedTo = new Set(body.calls.flatMap(call => (isAppending(body, call) ? ((body.exprs[call] as Expr & { readonly op: 'call' }).args[0] ?? []) : [])));
	const isRead = (at: X) => {
		const expr = body.exprs[at];
		return expr?.op === 'ref' && expr.to === local && at !== declared && !targets.has(at) && !appendedTo.has(at);
	};
	if (body.exprs.some((_, at) => at < x && isRead(at))) return true;
	let loop = block;
	while (loop > 0 && body.blocks[loop]?.by !== 'loop') loop = (body.blocks[loop] as Block).parent;
	if (loop <= 0) return false;
	const mentionedIn = (all: readonly X[]) => all.some(of => [...partsIn(body, of)].some(isRead));
	return (
		body.blocks.some(({ conditions = [] }, at) => at !== loop && isInside(body, at, loop) && mentionedIn(conditions)) ||
		body.statements.some(
			statement => isInside(body, statement.block, loop) && (statement.kind === 'return' || statement.kind === 'assign') && mentionedIn(statement.values),
		)
	);
}

const isAppending = (body: Body, x: X) => {
	const call = body.exprs[x];
	return call?.op === 'call' && calledName(body, call) === 'MultiErrorAppend';
};

/** Whether a block may run several times in one call, because it is in a loop and does not leave that. */
function repeats({ blocks }: Body, block: B): boolean {
	for (let at = block; at > 0; at = (blocks[at] as Block).parent) {
		const { by, ends } = blocks[at] as Block;
		if (ends !== 'falls') return false;
		if (by === 'loop') return true;
	}
	return false;
}

/** Whether a local is part of an expression. */
function mentions({ exprs }: Body, x: X, local: L): boolean {
	const expr = exprs[x];
	if (expr === undefined) return false;
	const inner = (of: X) => mentions({ exprs } as Body, of, local);
	switch (expr.op) {
		case 'ref':
			return expr.to === local;
		case 'call':
			return inner(expr.fn) || expr.args.some(inner);
		case 'select':
		case 'unary':
		case 'assert':
			return inner(expr.of);
		case 'index':
		case 'slice':
			return inner(expr.of) || expr.at.some(inner);
		case 'binary':
			return expr.of.some(inner);
		case 'composite':
			return expr.entries.some(([, value]) => inner(value));
		case 'func':
			return true;
		default:
			return false;
	}
}

/** Whether a condition looks at a local before an expression: it may have nothing to lose there. */
const isTested = (body: Body, local: L, x: X): boolean =>
	body.blocks.some(({ conditions = [] }: Block) => conditions.some(condition => condition < x && mentions(body, condition, local)));
