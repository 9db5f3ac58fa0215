import type { B, Block, Expr, L, Local, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { denoted, exprAt } from '../go/resolve';
import { errorPuts, mayPrecede } from './stateUse';
import { multistep, parameterNamed, type StepMethod, stepMethodOf } from './steps';

/** The step that a `return` halts without having put an error into its state bag, unless it was canceled; undefined if it may have, or does not halt. */
export function haltWithoutError(read: Read, scope: Scope, values: readonly X[], block: B): StepMethod | undefined {
	const [value, ...more] = values;
	const written = value === undefined ? undefined : exprAt(scope, value);
	if (value === undefined || more.length > 0 || !(written?.op === 'select' || written?.op === 'ref') || written.name !== 'ActionHalt') return undefined;
	const halts = denoted(read, scope, value);
	if (halts?.kind !== 'package' || halts.path !== multistep) return undefined;
	const step = functionOf(scope.body, block) === 0 ? stepMethodOf(read, scope) : undefined;
	if (step === undefined || isExpected(scope, step, block)) return undefined;
	const state = parameterNamed(scope, step.state);
	if (state === undefined) return step;
	return errorPuts(read, scope, state).some(use => mayPrecede(scope.body, use, block, value)) ? undefined : step;
}

/** Whether code runs only after the step was canceled, or depends on what the state bag has. */
function isExpected(scope: Scope, step: StepMethod, block: B): boolean {
	const { blocks, statements } = scope.body;
	const bags = [parameterNamed(scope, step.state), parameterNamed(scope, step.ctx)].filter(local => local !== undefined);
	for (let at = block; at > 0; ) {
		const { by, conditions = [], from, parent } = blocks[at] as Block;
		const first = by === 'case' ? statements[from] : undefined;
		const asked = first?.kind === 'expression' && first.block === at ? [...conditions, first.of] : conditions;
		if (asked.some(x => asks(scope, bags, x, 0))) return true;
		at = parent;
	}
	return false;
}

/** Whether a condition asks for a cancellation, `ctx.Err()`, or what is in the state bag, `state.GetOk(…)`. */
function asks(scope: Scope, bags: readonly L[], x: X, depth: number): boolean {
	const inner = (of: X) => depth < 8 && asks(scope, bags, of, depth + 1);
	const expr = exprAt(scope, x);
	switch (expr.op) {
		case 'ref': {
			const local = expr.to === undefined ? undefined : (scope.body.locals[expr.to] as Local);
			return local !== undefined && [...(local.init === undefined ? [] : [local.init]), ...local.writes].some(value => value !== x && inner(value));
		}
		case 'select':
			return /^(?:StateCancelled|StateHalted|Canceled|DeadlineExceeded)$/.test(expr.name) || inner(expr.of);
		case 'call': {
			const fn = exprAt(scope, expr.fn);
			const of: Expr | undefined = fn.op === 'select' ? exprAt(scope, fn.of) : undefined;
			if (of?.op === 'ref' && of.to !== undefined && bags.includes(of.to)) return true;
			if (fn.op === 'select' && fn.name === 'Done') return true;
			return fn.op === 'select' && fn.name === 'Is' && expr.args.some(inner);
		}
		case 'unary':
		case 'assert':
			return inner(expr.of);
		case 'binary':
			return expr.of.some(inner);
		default:
			return false;
	}
}
