import type { B, Block, Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { functionOf, isInside } from '../go/blocks';
import { type Scope, scopeOf, scopesIn } from '../go/body';
import { denoted, exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { partsOf, symbol } from '../go/symbols';
import { calledBy, scopeOfFunction } from '../go/typeOf';
import { fieldNamed, resolveType, type TypeRef } from '../go/types';
import { calledName } from './calledName';
import { asker, isAsked } from './cancellations';
import { errorPuts, mayBeError, mayPrecede, type Use } from './stateUse';
import { multistep, parameterNamed, type StepMethod, stepMethodOf } from './steps';

/** The step that a `return` halts without having put an error into its state bag, unless it was canceled; undefined if it may have, or does not halt. */
export function haltWithoutError(read: Read, scope: Scope, values: readonly X[], block: B): StepMethod | undefined {
	const [value, ...more] = values;
	const written = value === undefined ? undefined : exprAt(scope, value);
	if (value === undefined || more.length > 0 || !(written?.op === 'select' || written?.op === 'ref') || written.name !== 'ActionHalt') return undefined;
	const halts = denoted(read, scope, value);
	if (halts?.kind !== 'package' || halts.path !== multistep) return undefined;
	const step = functionOf(scope.body, block) === 0 ? stepMethodOf(read, scope) : undefined;
	if (step === undefined || isExpected(read, scope, block, value)) return undefined;
	const recorded = read(recordings, symbol(scope.path, scope.decl));
	return recorded === 'elsewhere' || recorded.some(use => mayPrecede(scope.body, use, block, value)) ? undefined : step;
}

/**
 * Where a function of a step puts an error into a state bag, or may: that which it is given, or one that a function which it calls has; `elsewhere` if it
 * keeps errors in another way. One fact a function: it may return thousands of times.
 */
const recordings: Fact<readonly Use[] | 'elsewhere', string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const scope = scopeOf(read, path, decl);
	if (scope === undefined || keepsElsewhere(scope)) return 'elsewhere';
	const state = parameterNamed(scope, stepMethodOf(read, scope)?.state);
	return [...(state === undefined ? [] : errorPuts(read, scope, state)), ...recordingCalls(read, scope)];
};

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

/** Whether a `return` in a block of a function of a step is run only after the step was canceled, or depending on what the state bag has. */
function isExpected(read: Read, { path, decl, body: { blocks } }: Scope, block: B, halt: X): boolean {
	const asked = read(askingBlocks, symbol(path, decl));
	for (let at = block; at > 0; at = (blocks[at] as Block).parent) if (asked.includes(at)) return true;
	// At its end a function halts because of what it asked before: it has gone on where the answer was another.
	const goesOn = ({ by, ends }: Block) => by === 'case' || by === 'loop' || ends === 'returns';
	return block === 0 && asked.some(at => goesOn(blocks[at] as Block) && ((blocks[at] as Block).conditions?.[0] ?? 0) < halt);
}

/** The blocks of a function of a step that run depending on whether it was canceled, or on what the state bag has. One fact a function, as `recordings` is. */
const askingBlocks: Fact<readonly B[], string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const scope = scopeOf(read, path, decl);
	const step = scope && stepMethodOf(read, scope);
	if (scope === undefined || step === undefined) return [];
	const bags = [parameterNamed(scope, step.state), parameterNamed(scope, step.ctx)].filter(local => local !== undefined);
	const asking = asker(read, scope, bags);
	return scope.body.blocks.flatMap((_, at) => (isAsked(asking, at) ? [at] : []));
};

/** The calls of functions that put an error into a state bag that they are not given, but have: in a field of the step. */
function recordingCalls(read: Read, scope: Scope): readonly Use[] {
	const known = new Map<string, boolean>();
	return scope.body.calls.flatMap(x => {
		const called = calledBy(read, scope, x);
		const inner = called && scopeOfFunction(read, called);
		const key = inner && symbol(inner.path, inner.decl);
		const puts = key === undefined ? mayRecord(read, scope, x) : (known.get(key) ?? reachesPut(read, key));
		if (key !== undefined) known.set(key, puts);
		return puts ? [{ x, block: (exprAt(scope, x) as Expr & { readonly op: 'call' }).block }] : [];
	});
}

/** Whether a function puts an error into whatever state bag, or may, or one that it calls does. */
function reachesPut(read: Read, key: string): boolean {
	const reached = new Set([key]);
	for (const one of reached) {
		const { puts, callees } = read(putting, one);
		if (puts) return true;
		for (const callee of callees) reached.add(callee);
	}
	return false;
}

/** Whether a function itself puts an error into whatever state bag, or may, and the functions of this module that it calls. */
const putting: Fact<{ readonly puts: boolean; readonly callees: readonly string[] }, string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const scope = scopeOf(read, path, decl);
	const callees = new Set<string>();
	for (const x of scope?.body.calls ?? []) {
		const { fn, args } = exprAt(scope as Scope, x) as Expr & { readonly op: 'call' };
		const put = exprAt(scope as Scope, fn);
		if (put.op === 'select' && put.name === 'Put' && args.length === 2 && mayBeError(read, scope as Scope, args[0])) return { puts: true, callees: [] };
		const called = calledBy(read, scope as Scope, x);
		const inner = called && scopeOfFunction(read, called);
		if (inner !== undefined) callees.add(symbol(inner.path, inner.decl));
		else if (mayRecord(read, scope as Scope, x)) return { puts: true, callees: [] };
	}
	return { puts: false, callees: [...callees] };
};

/** Whether a call of a method that is not known may put an error into a state bag: one of the receiver that is named after failing. */
function mayRecord(read: Read, scope: Scope, x: X): boolean {
	const { fn } = exprAt(scope, x) as Expr & { readonly op: 'call' };
	const callee = exprAt(scope, fn);
	if (callee.op !== 'select' || !/fail|halt|abort|error/i.test(callee.name)) return false;
	const of = exprAt(scope, callee.of);
	const receiver = of.op === 'ref' && of.to !== undefined ? scope.body.locals[of.to] : undefined;
	const type = receiver?.kind === 'receiver' && receiver.type ? resolveType(read, scope.path, receiver.type) : undefined;
	return receiver?.kind === 'receiver' && !(type && showsOnly(read, type, callee.name));
}

/** Whether a field of a type holds a function, of which it is known that it puts nothing into a state bag: all of its values in the package are closures without `Put`. */
function showsOnly(read: Read, type: TypeRef, name: string): boolean {
	if (fieldNamed(read, type, name) === undefined) return false;
	return read(goSourcesIn, type.dir).every(path =>
		scopesIn(read, path).every(({ body }) => {
			const isField = (x: X | undefined) => {
				const expr = x === undefined ? undefined : body.exprs[x];
				return (expr?.op === 'ref' || expr?.op === 'select') && expr.name === name;
			};
			const given = [
				...body.exprs.flatMap(expr => (expr.op === 'composite' ? expr.entries.flatMap(([key, value]) => (isField(key) ? [value] : [])) : [])),
				...body.statements.flatMap(statement => (statement.kind === 'assign' ? statement.values.filter((_, i) => isField(statement.targets[i])) : [])),
			];
			return given.every(value => {
				const closure = body.exprs[value] as Expr;
				return (
					closure.op === 'func' && !body.exprs.some(expr => expr.op === 'call' && calledName(body, expr) === 'Put' && isInside(body, expr.block, closure.block))
				);
			});
		}),
	);
}
