import type { Expr, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf, isInside } from '../go/blocks';
import { type Scope, scopeOf } from '../go/body';
import { goFile } from '../go/file';
import { dotted, printType } from '../go/print';
import { exprAt } from '../go/resolve';
import { isPredeclared } from '../go/typeOf';
import { functionAt } from './checkFunction';

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
		if (expr.op === 'call') return mayFail(read, scope, expr);
		if (expr.type === undefined || printType(expr.type) !== type) return false;
		return expr.entries.some(([key, value]) => key !== undefined && dotted(body, key) === 'Check' && !checksNothing(read, scope, value));
	});
}

/** Whether something that runs once the test ends may fail it: a function given to `t.Cleanup`, a `defer`, or the `Teardown` of the test case. */
export function failsAtEnd(read: Read, scope: Scope, teardown: X | undefined): boolean {
	const { body } = scope;
	const calls = (x: X): readonly Call[] => {
		const fn = functionAt(read, scope, x);
		if (fn === undefined) return [];
		return fn.scope.body.calls.flatMap(x => {
			const call = exprAt(fn.scope, x);
			return call.op === 'call' && isInside(fn.scope.body, call.block, fn.block) && mayFail(read, fn.scope, call) ? [call] : [];
		});
	};
	if (teardown !== undefined && calls(teardown).length > 0) return true;
	return body.calls.some(x => {
		const call = exprAt(scope, x);
		if (call.op !== 'call') return false;
		const callee = exprAt(scope, call.fn);
		if (callee.op === 'select' && callee.name === 'Cleanup') return call.args.some(arg => calls(arg).length > 0);
		return body.blocks.some(({ by }, outer) => by === 'defer' && isInside(body, call.block, outer)) && mayFail(read, scope, call);
	});
}

/** Whether a call may fail the test: itself, or as a helper that is given the test, as far as its code does not say otherwise. */
function mayFail(read: Read, scope: Scope, call: Call): boolean {
	const name = dotted(scope.body, call.fn) ?? '';
	if (fails.test(name)) return true;
	const givesTest = call.args.some(arg => /^t$/.test(dotted(scope.body, arg) ?? ''));
	if (!givesTest || /(?:^|\.)TestPlugin$/.test(name)) return false;
	const helper = functionAt(read, scope, call.fn);
	return helper === undefined || helper.scope.body.calls.some(x => fails.test(dotted(helper.scope.body, (exprAt(helper.scope, x) as Call).fn) ?? ''));
}

type Call = Expr & { readonly op: 'call' };

const fails = /^(?:\w+\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)|(?:assert|require|is|g|Expect)(?:\.\w+)?)$/;
