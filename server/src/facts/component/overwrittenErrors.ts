import type { B, Block, Body, L, Local, Statement, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import type { Scope } from '../go/body';
import { denoted, exprAt } from '../go/resolve';
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
	const { writes, addressed } = body.locals[local] as Local;
	if (addressed || args.some(x => mentions(body, x, local)) || isTested(body, local, value)) return undefined;
	const before = writes.some(other =>
		other === value ? repeats(body, statement.block) : appended(read, scope, other) !== undefined && precedes(scope, other, statement.block, value),
	);
	return before ? { local, call: value, first: args[0] } : undefined;
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
	return expr.op === 'call' && call < x && mayPrecede(scope.body, { x: call, block: expr.block }, block, x);
}

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
