import type { X } from '../../syntax/go/body/body';
import { signatureOf } from '../../syntax/go/signature';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import type { Scope } from '../go/body';
import { callsTo, scopeAt } from '../go/calls';
import { dotted, printType } from '../go/print';
import { exprAt, selected } from '../go/resolve';
import { named } from '../go/symbols';
import { calledBy, scopeOfFunction } from '../go/typeOf';

/** The fields that `LogSecretFilter.Set` is given, by their names: as they are, or through variables, helpers and functions that list them. */
export const filteredNames: Fact<readonly string[]> = read =>
	filterCalls(read).flatMap(({ scope, args }) => args.flatMap(x => [...fieldsIn(read, scope, x), ...(isParameter(scope, x) ? givenTo(read, scope) : [])]));

/** The calls of `LogSecretFilter.Set`. */
const filterCalls = (read: Read): readonly { readonly scope: Scope; readonly args: readonly X[] }[] =>
	read(callsTo, selected('Set')).flatMap(at => {
		const scope = scopeAt(read, at);
		const call = exprAt(scope, at.x);
		const fn = call.op === 'call' ? exprAt(scope, call.fn) : undefined;
		const on = fn?.op === 'select' ? dotted(scope.body, fn.of) : undefined;
		return call.op === 'call' && on !== undefined && /(?:^|\.)LogSecretFilter$/.test(on) ? [{ scope, args: call.args }] : [];
	});

/** Whether an expression is made from a parameter, so that the callers say what it is. */
function isParameter(scope: Scope, x: X, depth = 0): boolean {
	const expr = exprAt(scope, x);
	const local = expr.op === 'ref' && expr.to !== undefined ? scope.body.locals[expr.to] : undefined;
	if (local?.kind === 'parameter') return true;
	return local?.init !== undefined && depth < 4 && isParameter(scope, local.init, depth + 1);
}

/** The fields that the callers of a function give it. */
function givenTo(read: Read, { path, decl }: Scope): string[] {
	const name = decl.slice(decl.lastIndexOf('.') + 1);
	return [named(dirname(path), name), selected(name)].flatMap(symbol =>
		read(callsTo, symbol).flatMap(at => {
			const scope = scopeAt(read, at);
			const call = exprAt(scope, at.x);
			return call.op === 'call' ? call.args.flatMap(x => fieldsIn(read, scope, x)) : [];
		}),
	);
}

/** The names of the fields from which an expression may take its value. */
function fieldsIn(read: Read, scope: Scope, x: X, seen = new Set<X>()): string[] {
	if (seen.has(x)) return [];
	seen.add(x);
	const expr = exprAt(scope, x);
	const all = (list: readonly (X | undefined)[]) => list.flatMap(one => (one === undefined ? [] : fieldsIn(read, scope, one, seen)));
	switch (expr.op) {
		case 'select':
			return [expr.name, ...fieldsIn(read, scope, expr.of, seen)];
		case 'ref': {
			const local = expr.to === undefined ? undefined : scope.body.locals[expr.to];
			return local ? all([local.init, ...local.writes]) : [];
		}
		case 'call':
			return [...all([expr.fn, ...expr.args]), ...fieldsOfText(read, scope, x)];
		case 'unary':
		case 'assert':
			return all([expr.of]);
		case 'binary':
			return all(expr.of);
		case 'index':
		case 'slice':
			return all([expr.of, ...expr.at]);
		case 'composite':
			return all(expr.entries.map(([, value]) => value));
		default:
			return [];
	}
}

/** The fields that a function of this module reads which returns text: `c.secrets()`. */
function fieldsOfText(read: Read, scope: Scope, x: X): string[] {
	const called = calledBy(read, scope, x);
	const result = called && signatureOf(called.value)?.results[0]?.type;
	const there = called && result && /^(?:\[\])?string$/.test(printType(result)) ? scopeOfFunction(read, called) : undefined;
	if (there === undefined) return [];
	const methods = new Set(there.body.calls.map(call => (exprAt(there, call) as { readonly fn: X }).fn));
	return there.body.exprs.flatMap((expr, at) => (expr.op === 'select' && !methods.has(at) ? [expr.name] : []));
}

/** A variable that `LogSecretFilter.Set` is given, with the folder of the call. */
export interface FilteredVariable {
	readonly dir: string;
	readonly name: string;
}

/** The variables that `LogSecretFilter.Set` is given: their names may say which field they come from, as `encodedPassword` does. */
export const filteredVariables: Fact<readonly FilteredVariable[]> = read =>
	filterCalls(read).flatMap(({ scope, args }) => {
		const dir = dirname(scope.path);
		return args.flatMap(x => {
			const expr = exprAt(scope, x);
			return expr.op === 'ref' ? [{ dir, name: expr.name.toLowerCase() }] : [];
		});
	});
