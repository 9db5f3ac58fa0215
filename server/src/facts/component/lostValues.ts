import type { Expr, L, Local, Statement, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { dotted } from '../go/print';
import { denoted, exprAt } from '../go/resolve';
import { isPredeclared } from '../go/typeOf';
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
	const set = scope.body.statements.flatMap(statement => fieldsSet(read, scope, statement, decoded, root));
	const values = set.filter(
		({ name, target: at, block, zero }) =>
			!zero &&
			at < x &&
			functionOf(scope.body, block) === functionOf(scope.body, call.block) &&
			mayPrecede(scope.body, { x: at, block }, call.block, x) &&
			!set.some(other => other.target > x && `${name}.`.startsWith(`${other.name}.`)),
	);
	return { decoded, values };
}

type Set = LostValue & { readonly block: number; readonly zero: boolean };

function fieldsSet(read: Read, scope: Scope, statement: Statement, decoded: string, root: L): Set[] {
	if (statement.kind !== 'assign' || statement.operator !== '=') return [];
	return statement.targets.flatMap((target, i): Set[] => {
		const name = exprAt(scope, target).op === 'select' ? dotted(scope.body, target) : undefined;
		if (name === undefined || !name.startsWith(`${decoded}.`) || rootOf(scope, target) !== root) return [];
		const value = statement.values.length === statement.targets.length ? statement.values[i] : undefined;
		return [{ name, target, block: statement.block, zero: value !== undefined && isZero(read, scope, value) }];
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
