import type { B, Block, Body, Expr, L, Local, X } from '../../syntax/go/body/body';
import { signatureOf } from '../../syntax/go/signature';
import type { Read } from '../core/database';
import { isInside } from '../go/blocks';
import type { Scope } from '../go/body';
import { denoted, exprAt } from '../go/resolve';
import { calledBy, isPredeclared } from '../go/typeOf';

/** The local for whose error a step halts: that of the nearest `if err != nil` around, under the name that it has there; `isError` if its type certainly is `error`. */
export function causeOfHalt(read: Read, scope: Scope, block: B, x: X): { readonly name: string; readonly isError: boolean } | undefined {
	const { blocks, locals } = scope.body;
	for (let at = block; at > 0; at = (blocks[at] as Block).parent) {
		const { by, conditions } = blocks[at] as Block;
		const [condition] = by === 'if' ? (conditions ?? []) : [];
		const failed = condition === undefined ? undefined : notNil(read, scope, condition);
		if (condition === undefined || failed === undefined) continue;
		const { name, writes } = locals[failed] as Local;
		const later = writes.filter(value => value > condition && value < x);
		if (later.some(value => !makesError(read, scope, value))) return undefined;
		const hiding = visible(scope.body, name, block, condition, x);
		const known = later.length > 0 || isError(read, scope, failed);
		if (hiding === undefined) return known || /err$/i.test(name) ? { name, isError: known } : undefined;
		const { init, writes: more, nth } = locals[hiding] as Local;
		const made = init !== undefined && nth === undefined && [init, ...more].every(value => makesError(read, scope, value));
		return made ? { name, isError: true } : undefined;
	}
	return undefined;
}

/** Whether a name of the function's outermost block is hidden by another local at a place. */
export const isHidden = (body: Body, name: string, block: B, x: X): boolean =>
	body.locals.some(local => local.name === name && local.block !== 0 && local.at < x && isInside(body, block, local.block));

/** The local that a condition requires not to be nil: `err != nil`, or that with more behind `&&`. */
function notNil(read: Read, scope: Scope, x: X): L | undefined {
	const expr = exprAt(scope, x);
	if (expr.op !== 'binary') return undefined;
	const [left, right] = expr.of;
	if (expr.operator === '&&') return notNil(read, scope, left) ?? notNil(read, scope, right);
	const tested = exprAt(scope, left);
	return expr.operator === '!=' && tested.op === 'ref' && isPredeclared(read, scope, right, 'nil') ? tested.to : undefined;
}

/** The last local of a name that is declared between two expressions and visible in a block. */
function visible(body: Body, name: string, block: B, after: X, before: X): L | undefined {
	const found = body.locals.findLastIndex(local => local.name === name && local.at > after && local.at < before && isInside(body, block, local.block));
	return found === -1 ? undefined : found;
}

/** Whether an expression is a new error: `fmt.Errorf(…)`, `errors.New(…)`. */
function makesError(read: Read, scope: Scope, x: X): boolean {
	const call = exprAt(scope, x);
	const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
	return fn?.kind === 'package' && ((fn.path === 'fmt' && fn.name === 'Errorf') || (fn.path === 'errors' && fn.name === 'New'));
}

/** Whether a local is certainly an error: by its declaration, by what it is given, or because its method `Error` is called. */
function isError(read: Read, scope: Scope, local: L): boolean {
	const { type, init, writes, nth } = scope.body.locals[local] as Local;
	if (type !== undefined) return type.kind === 'name' && type.name === 'error' && type.qualifier === undefined;
	if (init !== undefined && givesError(read, scope, init, nth)) return true;
	if (writes.some(value => makesError(read, scope, value))) return true;
	return scope.body.calls.some(x => {
		const { fn } = exprAt(scope, x) as Expr & { readonly op: 'call' };
		const called = exprAt(scope, fn);
		const of = called.op === 'select' && called.name === 'Error' ? exprAt(scope, called.of) : undefined;
		return of?.op === 'ref' && of.to === local;
	});
}

/** Whether a call gives an error as its n-th result: one of this module by its signature; functions of Go's own packages give it last. */
function givesError(read: Read, scope: Scope, x: X, nth: number | undefined): boolean {
	const call = exprAt(scope, x);
	if (call.op !== 'call') return false;
	const called = calledBy(read, scope, x);
	const type = called && signatureOf(called.value)?.results[nth ?? 0]?.type;
	if (type !== undefined) return type.kind === 'name' && type.name === 'error' && type.qualifier === undefined;
	const fn = denoted(read, scope, call.fn);
	return makesError(read, scope, x) || (fn?.kind === 'package' && standard.has(fn.path ?? '') && nth !== undefined && nth > 0);
}

/** Packages of Go whose functions give an error last, if they give more than one value. */
const standard = new Set(['os', 'io', 'io/ioutil', 'os/exec', 'net/http', 'net/url', 'strconv', 'path/filepath', 'encoding/json', 'encoding/base64']);
