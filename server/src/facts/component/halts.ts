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
	if (step === undefined || isExpected(scope, step, block, value) || keepsElsewhere(scope)) return undefined;
	const state = parameterNamed(scope, step.state);
	if (state === undefined) return step;
	return errorPuts(read, scope, state).some(use => mayPrecede(scope.body, use, block, value)) ? undefined : step;
}

/** Whether a step keeps an error for others in another way: in a state bag of its own, or in a field. */
const keepsElsewhere = ({ body }: Scope): boolean =>
	body.statements.some(statement => statement.kind === 'assign' && statement.targets.some(target => isErrorField(body.exprs[target]))) ||
	body.calls.some(x => {
		const { fn, args } = body.exprs[x] as Expr & { readonly op: 'call' };
		const called = body.exprs[fn];
		const key = args[0] === undefined ? undefined : body.exprs[args[0]];
		const bag = called?.op === 'select' ? body.exprs[called.of] : undefined;
		return called?.op === 'select' && called.name === 'Put' && bag?.op === 'select' && key?.op === 'literal' && /err/i.test(key.value);
	});

const isErrorField = (expr: Expr | undefined) => expr?.op === 'select' && /(?<!std)err(?:or)?$/i.test(expr.name);

/** Whether code runs only after the step was canceled, or depends on what the state bag has. */
function isExpected(scope: Scope, step: StepMethod, block: B, halt: X): boolean {
	const { blocks } = scope.body;
	const bags = [parameterNamed(scope, step.state), parameterNamed(scope, step.ctx)].filter(local => local !== undefined);
	const asked = (at: B) => conditionsOf(scope, at).some(x => asks(scope, bags, x, 0));
	for (let at = block; at > 0; at = (blocks[at] as Block).parent) if (asked(at)) return true;
	// At its end a function halts because of what it asked before: it has gone on where the answer was another.
	return (
		block === 0 &&
		blocks.some(({ by, ends, conditions = [] }, at) => (by === 'case' || by === 'loop' || ends === 'returns') && asked(at) && (conditions[0] ?? 0) < halt)
	);
}

/** What functions are called that tell whether something was canceled or has failed, or wait until it is. */
const aboutCancellation = /cancel|done|stop|abort|interrupt|halt|fail|err|sleep|wait|expired|cause/i;

/** What is asked before a block runs: its conditions, and of a case of a `select` what it receives. */
function conditionsOf({ body: { blocks, statements } }: Scope, at: B): readonly X[] {
	const { by, conditions = [], from } = blocks[at] as Block;
	const first = by === 'case' ? statements[from] : undefined;
	return first?.kind === 'expression' && first.block === at ? [...conditions, first.of] : conditions;
}

/** Whether a condition asks for a cancellation, `ctx.Err()`, or what is in the state bag, `state.GetOk(…)`; a function that it calls with one of them may. */
function asks(scope: Scope, bags: readonly L[], x: X, depth: number, direct = true): boolean {
	const inner = (of: X) => depth < 8 && asks(scope, bags, of, depth + 1, direct);
	const isBag = (of: X) => {
		const expr = exprAt(scope, of);
		return expr.op === 'ref' && expr.to !== undefined && bags.includes(expr.to);
	};
	const expr = exprAt(scope, x);
	switch (expr.op) {
		case 'ref': {
			const local = expr.to === undefined ? undefined : (scope.body.locals[expr.to] as Local);
			return (
				local !== undefined &&
				[...(local.init === undefined ? [] : [local.init]), ...local.writes].some(
					value => value !== x && depth < 8 && asks(scope, bags, value, depth + 1, false),
				)
			);
		}
		case 'select':
			return /^(?:StateCancelled|StateHalted|Canceled|DeadlineExceeded)$/.test(expr.name) || inner(expr.of);
		case 'call': {
			const fn = exprAt(scope, expr.fn);
			const of: Expr | undefined = fn.op === 'select' ? exprAt(scope, fn.of) : undefined;
			if (of?.op === 'ref' && of.to !== undefined && bags.includes(of.to)) return true;
			if (fn.op === 'select' && /^(?:Done|Err)$/.test(fn.name)) return true;
			if (direct && expr.args.some(isBag) && (fn.op === 'ref' || fn.op === 'select') && aboutCancellation.test(fn.name)) return true;
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
