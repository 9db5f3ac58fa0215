import type { Expr, L, Local, Statement, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { partsIn } from '../go/parts';
import { dotted } from '../go/print';
import { denoted, exprAt } from '../go/resolve';
import { calledBy, isPredeclared, scopeOfFunction } from '../go/typeOf';
import { sdkModule } from '../plugin/module';
import { calledName } from './calledName';
import { mayPrecede } from './stateUse';

/** The SDK's package with `Decode`. */
export const configPackage = `${sdkModule}/template/config`;

/** A field that a function sets before it decodes the struct that has it. */
export interface LostValue {
	/** What is assigned to, as written: `c.ctx.Funcs`. */
	readonly name: string;
	readonly target: X;
}

/** The fields that a function sets before a call of `Decode` with the arguments it was given, and not after it: `Decode` resets the struct for HCL. */
export function lostValues(read: Read, scope: Scope, x: X): { readonly decoded: string; readonly values: readonly LostValue[] } | undefined {
	const call = exprAt(scope, x);
	if (call.op !== 'call' || !call.spread || calledName(scope.body, call) !== 'Decode') return undefined;
	const fn = denoted(read, scope, call.fn);
	const [target] = call.args;
	if (target === undefined || fn?.kind !== 'package' || fn.name !== 'Decode' || fn.path !== configPackage) return undefined;
	if (!isParameter(scope, call.args.at(-1))) return undefined;
	const decoded = dotted(scope.body, target);
	const root = rootOf(scope, target);
	if (decoded === undefined || root === undefined) return undefined;
	const own = functionOf(scope.body, call.block);
	const set = scope.body.statements.flatMap(statement => fieldsSet(read, scope, statement, decoded, root));
	const again = [...set.filter(other => other.target > x || functionOf(scope.body, other.block) !== own), ...setByOthers(read, scope, decoded, root, x)];
	const reads = readsBefore(scope, decoded, root, x);
	const values = set.filter(
		({ name, target: at, block, zero }) =>
			!zero &&
			at < x &&
			name !== decoded &&
			functionOf(scope.body, block) === own &&
			mayPrecede(scope.body, { x: at, block }, call.block, x) &&
			!again.some(other => `${name}.`.startsWith(`${other.name}.`)) &&
			!reads.some(other => other.x > at && `${name}.`.startsWith(`${other.name}.`)),
	);
	return { decoded, values };
}

type Set = LostValue & { readonly block: number; readonly zero: boolean };

function fieldsSet(read: Read, scope: Scope, statement: Statement, decoded: string, root: L): Set[] {
	if (statement.kind !== 'assign' || statement.operator !== '=') return [];
	return statement.targets.flatMap((target, i): Set[] => {
		const { op } = exprAt(scope, target);
		const name = op === 'select' || op === 'unary' ? dotted(scope.body, target) : undefined;
		if (name === undefined || !`${name}.`.startsWith(`${decoded}.`) || rootOf(scope, target) !== root) return [];
		const value = statement.values.length === statement.targets.length ? statement.values[i] : undefined;
		return [{ name, target, block: statement.block, zero: value !== undefined && isZero(read, scope, value) }];
	});
}

/** The fields that functions set which are called after decoding: methods of what was decoded, and functions that are given it. */
function setByOthers(read: Read, scope: Scope, decoded: string, root: L, after: X): ReadonlyArray<{ readonly name: string }> {
	return scope.body.calls.flatMap(x => {
		const { fn, args } = exprAt(scope, x) as Expr & { readonly op: 'call' };
		const callee = exprAt(scope, fn);
		const given = [...args, ...(callee.op === 'select' ? [callee.of] : [])];
		if (x <= after || !given.some(of => rootOf(scope, of) === root)) return [];
		const called = calledBy(read, scope, x);
		const body = called && scopeOfFunction(read, called)?.body;
		const targets = body?.statements.flatMap(statement => (statement.kind === 'assign' ? statement.targets : [])) ?? [];
		return targets.flatMap(target => {
			const field = body?.exprs[target];
			return field?.op === 'select' ? [{ name: `${decoded}.${field.name}` }] : [];
		});
	});
}

/** What is read of a struct before it is decoded, by name: the whole struct where it is copied or others are given it. What is assigned to is not read. */
function readsBefore(scope: Scope, decoded: string, root: L, before: X): ReadonlyArray<{ readonly name: string; readonly x: X }> {
	const { exprs, statements } = scope.body;
	const parts = new Set(partsIn(scope.body, before));
	for (const statement of statements)
		if (statement.kind === 'assign') for (const target of statement.targets) for (const x of partsIn(scope.body, target)) parts.add(x);
	const selected = new Set(exprs.flatMap(expr => (expr.op === 'select' ? [expr.of] : [])));
	return exprs.flatMap((expr, x) => {
		if (x >= before || parts.has(x) || selected.has(x) || (expr.op !== 'ref' && expr.op !== 'select') || rootOf(scope, x) !== root) return [];
		const name = dotted(scope.body, x);
		return name !== undefined && `${name}.`.startsWith(`${decoded}.`) ? [{ name, x }] : [];
	});
}

/** Whether a value is what a field has anyway. */
function isZero(read: Read, scope: Scope, x: X): boolean {
	const expr = exprAt(scope, x);
	if (expr.op === 'literal') return expr.value === '' || /^0+(?:\.0*)?$/.test(expr.value);
	if (expr.op === 'composite') return expr.entries.length === 0;
	return isPredeclared(read, scope, x, 'nil') || isPredeclared(read, scope, x, 'false');
}

/** The local from which an expression selects. */
function rootOf(scope: Scope, x: X): L | undefined {
	const expr: Expr = exprAt(scope, x);
	if (expr.op === 'ref') return expr.to;
	return expr.op === 'select' || expr.op === 'unary' ? rootOf(scope, expr.of) : undefined;
}

function isParameter(scope: Scope, x: X | undefined): boolean {
	const expr = x === undefined ? undefined : exprAt(scope, x);
	const local = expr?.op === 'ref' && expr.to !== undefined ? (scope.body.locals[expr.to] as Local) : undefined;
	return local?.kind === 'parameter' && local.block === 0;
}
