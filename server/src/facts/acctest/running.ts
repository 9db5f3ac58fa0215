import type { Expr, X } from '../../syntax/go/body/body';
import type { Scope } from '../go/body';
import { dotted } from '../go/print';
import { exprAt } from '../go/resolve';

type Call = Expr & { readonly op: 'call' };

/** Whether the function of a test case runs it: one that only makes it may be completed by its callers. */
export const runsTestCases = ({ body }: Scope): boolean => body.calls.some(call => isTestPlugin.test(dotted(body, (body.exprs[call] as Call).fn) ?? ''));

/**
 * Whether a test case is run with the value of a field that its literal has: it is given to `TestPlugin` at once, or held by a local that nothing else is given,
 * and of which nothing sets the field.
 */
export function isRunWith(scope: Scope, literal: X, field: string): boolean {
	const { body } = scope;
	const address = body.exprs.findIndex(expr => expr.op === 'unary' && expr.operator === '&' && expr.of === literal);
	const made = address === -1 ? literal : address;
	if (isRun(scope, made)) return true;
	const index = body.locals.findIndex(({ init, nth }) => init === made && nth === undefined);
	const local = body.locals[index];
	if (local?.kind !== 'variable' || local.writes.length > 0) return false;
	const written = new Set(body.statements.flatMap(statement => (statement.kind === 'assign' ? statement.targets : [])));
	return body.exprs.every((expr, x) => {
		if (expr.op !== 'ref' || expr.to !== index || x === local.at) return true;
		const uses = body.exprs.flatMap((other, at) => ((other.op === 'select' || other.op === 'unary') && other.of === x ? [{ other, at }] : []));
		const [use] = uses;
		if (use?.other.op === 'select') return !(written.has(use.at) && use.other.name === field);
		return isRun(scope, use === undefined ? x : use.at);
	});
}

/** Whether an expression is an argument of `TestPlugin`. */
const isRun = (scope: Scope, x: X): boolean =>
	scope.body.calls.some(at => {
		const call = exprAt(scope, at);
		return call.op === 'call' && call.args.includes(x) && isTestPlugin.test(dotted(scope.body, call.fn) ?? '');
	});

const isTestPlugin = /(?:^|\.)TestPlugin$/;
