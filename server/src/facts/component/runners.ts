import type { Body, Expr, L, Local, X } from '../../syntax/go/body/body';
import { signatureOf } from '../../syntax/go/signature';
import { pointedTo } from '../../syntax/go/type';
import type { Read } from '../core/database';
import { functionOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { goFile } from '../go/file';
import { partsIn } from '../go/parts';
import { denoted, denotedType, exprAt } from '../go/resolve';
import { typeExpressionOf } from '../go/typeOf';
import { sdkModule } from '../plugin/module';

const multistep = `${sdkModule}/multistep`;
const steps = `${multistep}/commonsteps`;

/** The local state bag with which a call runs steps; undefined if it is another call, or its state bag is not a local of the function. */
export function stateOfRun(read: Read, scope: Scope, x: X): L | undefined {
	const call = exprAt(scope, x);
	const fn: Expr | undefined = call.op === 'call' ? exprAt(scope, call.fn) : undefined;
	const [, state] = call.op === 'call' ? call.args : [];
	if (fn?.op !== 'select' || fn.name !== 'Run' || state === undefined || !isRunner(read, scope, fn.of)) return undefined;
	const bag = exprAt(scope, state);
	const local = bag.op === 'ref' ? bag.to : undefined;
	const { kind, writes = [], addressed } = (local === undefined ? {} : scope.body.locals[local]) as Partial<Local>;
	return kind === 'variable' && writes.length === 0 && !addressed ? local : undefined;
}

/** Whether an expression is a runner of steps: of a type of package multistep, or what commonsteps makes. */
function isRunner(read: Read, scope: Scope, x: X): boolean {
	const type = typeExpressionOf(read, scope, x);
	const inner = type && pointedTo(type.type);
	const found = type && inner?.kind === 'name' ? denotedType(read, type.path, inner) : undefined;
	if (found?.kind === 'package' && found.path === multistep && /^(?:Runner|BasicRunner|DebugRunner)$/.test(found.name)) return true;
	const expr = exprAt(scope, x);
	const init = expr.op === 'ref' && expr.to !== undefined ? scope.body.locals[expr.to]?.init : undefined;
	const made = init === undefined ? undefined : exprAt(scope, init);
	const fn = made?.op === 'call' ? denoted(read, scope, made.fn) : undefined;
	return fn?.kind === 'package' && fn.path === steps && fn.name.startsWith('NewRunner');
}

/** What a function does with a state bag after the steps ran. */
export type Afterwards =
	/** It looks at `"error"`, or others are given the state bag, who may. */
	| 'heeds'
	/** It looks at what steps leave when they succeed. */
	| 'looks'
	/** It goes on. */
	| 'goes on';

/** What a function does with a state bag after a call ran steps with it. */
export function afterRun({ body }: Scope, state: L, run: X): Afterwards {
	const { exprs } = body;
	const harmless = new Set<X>();
	let looks = false;
	for (const [x, expr] of exprs.entries()) {
		if (expr.op !== 'call') continue;
		const fn = exprs[expr.fn] as Expr;
		if (fn.op !== 'select' || !isState(exprs[fn.of] as Expr, state) || !/^(?:Put|Remove|Get(?:Ok)?)$/.test(fn.name)) continue;
		harmless.add(fn.of);
		const [key] = expr.args.map(arg => exprs[arg] as Expr);
		const inClosure = functionOf(body, expr.block) !== functionOf(body, (exprs[run] as Expr & { readonly op: 'call' }).block);
		if ((x < run && !inClosure) || !fn.name.startsWith('Get')) continue;
		if (key?.op !== 'literal' || key.value === 'error') return 'heeds';
		looks ||= key.value !== 'generated_data';
	}
	if (readsErrorElsewhere(body, run)) return 'heeds';
	return exprs.some((expr, x) => isState(expr, state) && !harmless.has(x) && (x > run || isHandedOut(body, x, state))) ? 'heeds' : looks ? 'looks' : 'goes on';
}

/** Whether a function reads an error after a call that steps may have left in their fields or methods, `step.err`, or in a variable that they were given. */
function readsErrorElsewhere({ exprs, locals, blocks, statements }: Body, run: X): boolean {
	const named = (name: string) => /err(?:or)?s?$/i.test(name);
	const called = new Map(exprs.flatMap(expr => (expr.op === 'call' ? [[expr.fn, expr.args.length] as const] : [])));
	const own = functionOf({ blocks }, (exprs[run] as Expr & { readonly op: 'call' }).block);
	// A closure that a step was given may write it.
	const isShared = (to: L) => {
		const { addressed, writes, at } = locals[to] as Local;
		const written = statements.filter(one => one.kind === 'assign' && one.values.some(value => writes.includes(value)));
		return at < run && (addressed || written.some(({ block }) => functionOf({ blocks }, block) !== own));
	};
	return exprs.some((expr, x) => {
		if (x <= run || (expr.op !== 'select' && expr.op !== 'ref') || !named(expr.name)) return false;
		if (expr.op === 'ref') return expr.to !== undefined && isShared(expr.to);
		const from = exprs[expr.of] as Expr;
		// `ui.Error("…")` tells one, `err.Error()` is the text of one, and that of the context is not from a step.
		if (
			(called.has(x) && (expr.name === 'Error' || called.get(x) !== 0)) ||
			(from.op === 'ref' && (from.to === undefined || named(from.name) || /ctx|context/i.test(from.name)))
		)
			return false;
		return from.op !== 'ref' || (locals[from.to as L] as Local).at < run;
	});
}

/** Whether a use of a state bag before the steps run lets others look into it later: a deferred call, or a struct of this module. */
export function isHandedOut({ statements, exprs, locals }: Body, x: X, state: L): boolean {
	if (locals[state]?.at === x) return false;
	const deferred = statements.some(statement => statement.kind === 'defer' && partsIn({ exprs }, statement.of).has(x));
	return (
		deferred ||
		exprs.some(
			expr => expr.op === 'composite' && expr.type?.kind === 'name' && expr.type.qualifier === undefined && expr.entries.some(([, value]) => value === x),
		)
	);
}

const isState = (expr: Expr, state: L) => expr.op === 'ref' && expr.to === state;

/** What a function returns beside an error: `nil, `, `nil, false, false, `; undefined where its last result is not an error, or the zero value of another is not known. */
export function zerosOf(read: Read, { path, decl }: Scope): string | undefined {
	const declared = read(goFile, path)?.functions.find(one => one.decl === decl);
	const results = (declared && signatureOf(declared)?.results) ?? [];
	const last = results.at(-1)?.type;
	if (last?.kind !== 'name' || last.name !== 'error' || last.qualifier !== undefined) return undefined;
	const zeros = results.slice(0, -1).map(({ type }) => {
		if (type.kind === 'pointer' || type.kind === 'slice' || type.kind === 'map') return 'nil';
		if (type.kind !== 'name') return undefined;
		if (type.qualifier === undefined) return type.name === 'bool' ? 'false' : undefined;
		const found = denotedType(read, path, type);
		return found?.kind === 'package' && found.path === `${sdkModule}/packer` && found.name === 'Artifact' ? 'nil' : undefined;
	});
	return zeros.includes(undefined) ? undefined : zeros.map(zero => `${zero}, `).join('');
}
