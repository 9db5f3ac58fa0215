import type { Expr, X } from '../../syntax/go/body/body';
import { pointedTo, type TypeExpression } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import { bodiesIn, type Scope, scopeOf } from './body';
import { denoted, denotedType, selected, symbolName } from './resolve';
import { goSources, goTests } from './sources';

/** An expression of a declaration: the file, the declaration there, and the expression. */
export interface ExprAt {
	readonly path: string;
	readonly decl: string;
	readonly x: X;
}

type Index = Readonly<Record<string, ReadonlyArray<readonly [decl: string, x: X]>>>;

/** What one file calls, and of what types it has composite literals, by symbols. Equal after an edit that changes neither. */
const usesIn: Fact<{ readonly calls: Index; readonly literals: Index }, string> = (read, path) => {
	const calls: Record<string, Array<readonly [string, X]>> = Object.create(null);
	const literals: typeof calls = Object.create(null);
	const add = (index: typeof calls, symbol: string, decl: string, x: X) => {
		index[symbol] ??= [];
		index[symbol].push([decl, x]);
	};
	for (const decl of read(bodiesIn, path)) {
		const scope = scopeOf(read, path, decl);
		if (scope === undefined) continue;
		for (const x of scope.body.calls) for (const symbol of calleesOf(read, scope, x)) add(calls, symbol, decl, x);
		scope.body.exprs.forEach((expr, x) => {
			const symbol = expr.op === 'composite' && expr.type ? typeSymbol(read, path, expr.type) : undefined;
			if (symbol !== undefined) add(literals, symbol, decl, x);
		});
	}
	return { calls, literals };
};

/** The symbols under which a call is found: what it certainly calls, and for a selection the name of what is selected. */
function calleesOf(read: Read, scope: Scope, x: X): readonly string[] {
	const { fn } = scope.body.exprs[x] as Expr & { op: 'call' };
	const callee = scope.body.exprs[fn] as Expr;
	const found = denoted(read, scope, fn);
	const symbols = found?.kind === 'package' ? [symbolName(found)] : [];
	return callee.op === 'select' ? [...symbols, selected(callee.name)] : symbols;
}

function typeSymbol(read: Read, path: string, type: TypeExpression): string | undefined {
	const named = pointedTo(type);
	const found = named.kind === 'name' ? denotedType(read, path, named) : undefined;
	return found?.kind === 'package' ? symbolName(found) : undefined;
}

const all = (read: Read, paths: readonly string[], of: 'calls' | 'literals', symbol: string): readonly ExprAt[] =>
	paths.flatMap(path => (read(usesIn, path)[of][symbol] ?? []).map(([decl, x]) => ({ path, decl, x })));

/** The calls of a symbol (`symbolName`, `selected`) in the sources of the module, in the order of files and declarations. */
export const callsTo: Fact<readonly ExprAt[], string> = (read, symbol) => all(read, read(goSources), 'calls', symbol);

/** The calls of a symbol in the tests of the module. */
export const testCallsTo: Fact<readonly ExprAt[], string> = (read, symbol) => all(read, read(goTests), 'calls', symbol);

/** The composite literals of a type (`symbolName`) in the tests of the module. */
export const testLiteralsOf: Fact<readonly ExprAt[], string> = (read, symbol) => all(read, read(goTests), 'literals', symbol);

/** The scope of an expression that an index gave. */
export const scopeAt = (read: Read, { path, decl }: Pick<ExprAt, 'path' | 'decl'>): Scope => scopeOf(read, path, decl) as Scope;
