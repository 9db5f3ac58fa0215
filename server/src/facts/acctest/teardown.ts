import type { X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { isInside } from '../go/blocks';
import type { Scope } from '../go/body';
import { denoted, exprAt, selected, symbolName } from '../go/resolve';
import { functionAt, functionInPackage, type TestFunction } from './checkFunction';
import { doesNothing } from './checks';

/**
 * Whether only its `Teardown` cleans up after a test case: not where that does nothing or is not known, and not where its `Check`, a `defer`, `t.Cleanup` or
 * the package's `TestMain` calls what it calls.
 */
export function isOnlyCleanup(read: Read, scope: Scope, teardown: X, check: TestFunction): boolean {
	const fn = functionAt(read, scope, teardown);
	if (fn === undefined || idles(read, fn)) return false;
	const { body } = scope;
	const names = new Set(namesIn(read, fn));
	if (exprAt(scope, teardown).op !== 'func') for (const name of namesOf(read, scope, teardown)) names.add(name);
	const cleans = (other: TestFunction) => namesIn(read, other).some(name => names.has(name));
	const main = functionInPackage(read, scope.path, 'TestMain');
	if (cleans(check) || (main !== undefined && cleans(main))) return false;
	const isDeferred = (block: number) => body.blocks.some(({ by }, outer) => by === 'defer' && isInside(body, block, outer));
	const deferred = body.statements.flatMap(statement => (statement.kind === 'defer' ? [statement.of] : []));
	return body.calls.every(x => {
		const call = exprAt(scope, x);
		if (call.op !== 'call' || (fn.scope === scope && isInside(body, call.block, fn.block))) return true;
		if ((deferred.includes(x) || isDeferred(call.block)) && namesOf(read, scope, call.fn).some(name => names.has(name))) return false;
		const callee = exprAt(scope, call.fn);
		if (callee.op !== 'select' || callee.name !== 'Cleanup') return !registers(read, scope, call.fn);
		const registered = call.args[0] === undefined ? undefined : functionAt(read, scope, call.args[0]);
		return registered !== undefined && !cleans(registered);
	});
}

/** Whether a function does nothing, or only returns what one does that does nothing. */
function idles(read: Read, { scope, block }: TestFunction, depth = 0): boolean {
	if (doesNothing(read, scope, block)) return true;
	const [only, ...more] = scope.body.statements.filter(statement => isInside(scope.body, statement.block, block));
	const value = only?.kind === 'return' && more.length === 0 && only.values.length === 1 ? (only.values[0] as X) : undefined;
	const call = value === undefined ? undefined : exprAt(scope, value);
	const called = call?.op === 'call' && depth < 3 ? functionAt(read, scope, call.fn) : undefined;
	return called !== undefined && idles(read, called, depth + 1);
}

/** Whether a helper of the module that a test calls registers a function with `t.Cleanup`. */
function registers(read: Read, scope: Scope, fn: X): boolean {
	const helper = exprAt(scope, fn).op === 'func' ? undefined : functionAt(read, scope, fn);
	return helper !== undefined && helper.scope.decl !== scope.decl && namesIn(read, helper).includes(selected('Cleanup'));
}

/** What a function calls or names, closures in it included; without what only builds and prints texts. */
const namesIn = (read: Read, { scope, block }: TestFunction): readonly string[] =>
	scope.body.calls.flatMap(x => {
		const call = exprAt(scope, x);
		if (call.op !== 'call' || !isInside(scope.body, call.block, block)) return [];
		return [call.fn, ...call.args].flatMap(part => namesOf(read, scope, part));
	});

/** The names of a function or method under which it is found again: that of a method without what it is called on. */
function namesOf(read: Read, scope: Scope, x: X): readonly string[] {
	const expr = exprAt(scope, x);
	const found = denoted(read, scope, x);
	if (found?.kind === 'local') return exprAt(scope, scope.body.locals[found.local]?.init ?? x).op === 'func' ? [`${scope.decl} ${found.local}`] : [];
	if (found?.kind === 'package') return textual.test(found.path ?? '') || predeclared.test(found.name) || reads.test(found.name) ? [] : [symbolName(found)];
	return expr.op === 'select' && !harmless.test(expr.name) && !reads.test(expr.name) ? [selected(expr.name)] : [];
}

const textual = /^(?:fmt|errors|log|strings|strconv|context|time|path\/filepath)$/;
const predeclared = /^(?:nil|true|false|string|len|append|byte|make|new|error)$/;
const harmless = /^(?:Error|Errorf|Fatal|Fatalf|FailNow|Log|Logf|Helper|String|Context|Close|Name)$/;
/** Names of what only looks, or makes what is needed for that: a check and a teardown may both do so. */
const reads = /^(?:[nN]ew|[gG]et|[lL]ist|[dD]escribe|Read|L?Stat|Open|Is|[lL]oad|[fF]ind)(?=[^a-z]|$)/;
