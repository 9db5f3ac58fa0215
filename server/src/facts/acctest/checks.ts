import type { Expr, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf, isInside } from '../go/blocks';
import { type Scope, scopeOf } from '../go/body';
import { goFile } from '../go/file';
import { dotted, printType } from '../go/print';
import { exprAt } from '../go/resolve';
import { isPredeclared } from '../go/typeOf';

type Call = Expr & { readonly op: 'call' };

/** Whether the value of a `Check` cannot fail the test: `nil`, or a function of this file that does nothing but return nil, printing aside. */
export function checksNothing(read: Read, scope: Scope, x: X): boolean {
	if (isPredeclared(read, scope, x, 'nil')) return true;
	const expr = exprAt(scope, x);
	if (expr.op === 'func') return doesNothing(read, scope, expr.block);
	if (expr.op !== 'ref' || expr.to !== undefined) return false;
	const declared = read(goFile, scope.path)?.functions.find(({ name, receiver }) => name === expr.name && receiver === undefined);
	const there = declared && scopeOf(read, scope.path, declared.decl);
	return there !== undefined && doesNothing(read, there, 0);
}

/** Whether the function of a block has no statements but `return nil` and calls that print. */
export function doesNothing(read: Read, scope: Scope, block: number): boolean {
	const inside = scope.body.statements.filter(statement => isInside(scope.body, statement.block, block));
	return (
		inside.some(({ kind }) => kind === 'return') &&
		inside.every(statement => {
			if (statement.kind === 'return') return statement.values.length === 1 && isPredeclared(read, scope, statement.values[0] as X, 'nil');
			const call = statement.kind === 'expression' ? exprAt(scope, statement.of) : undefined;
			return call?.op === 'call' && /^(?:fmt\.Print\w*|log\.Print\w*|print(?:ln)?|\w+\.(?:Logf?|Helper))$/.test(dotted(scope.body, call.fn) ?? '');
		})
	);
}

/**
 * Whether the function goes on after a test case with something that fails the test: it may look at what the build left behind, or run another
 * test case with a `Check`, for which this one only prepares.
 */
export function failsAfter(read: Read, scope: Scope, literal: Expr & { readonly op: 'composite' }, x: X): boolean {
	const { body } = scope;
	const type = literal.type && printType(literal.type);
	return body.exprs.some((expr, at) => {
		if (at <= x || (expr.op !== 'call' && expr.op !== 'composite') || !isInside(body, literal.block, functionOf(body, expr.block))) return false;
		if (expr.op === 'call') return fails.test(dotted(body, expr.fn) ?? '');
		if (expr.type === undefined || printType(expr.type) !== type) return false;
		return expr.entries.some(([key, value]) => key !== undefined && dotted(body, key) === 'Check' && !checksNothing(read, scope, value));
	});
}

/** Whether the function of a test case runs it: one that only makes it may be completed by its callers. */
export const runsTestCases = ({ body }: Scope): boolean => body.calls.some(call => isTestPlugin.test(dotted(body, (body.exprs[call] as Call).fn) ?? ''));

const isTestPlugin = /(?:^|\.)TestPlugin$/;

const fails = /^(?:\w+\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)|(?:assert|require|is|g|Expect)(?:\.\w+)?)$/;
