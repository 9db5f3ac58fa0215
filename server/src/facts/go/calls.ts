import type { Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { bodiesIn, type Scope, scopeOf } from './body';
import { denoted, selected, symbolName } from './resolve';
import { goSources } from './sources';
import { partsOf, symbol } from './symbols';

/** An expression of a declaration: the file, the declaration there, and the expression. */
export interface ExprAt {
	readonly path: string;
	readonly decl: string;
	readonly x: X;
}

/** A call by the symbol under which it is found. */
type Called = readonly [symbol: string, x: X];

/** What a declaration calls (`symbol(path, decl)`): equal after an edit that changes no call, and moves none. */
const callsOf: Fact<readonly Called[], string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const scope = scopeOf(read, path, decl);
	return scope ? scope.body.calls.flatMap(x => calleesOf(read, scope, x)) : [];
};

/** The symbols under which a call is found: what it certainly calls, and for a selection the name of what is selected. */
function calleesOf(read: Read, scope: Scope, x: X): Called[] {
	const { fn } = scope.body.exprs[x] as Expr & { op: 'call' };
	const callee = scope.body.exprs[fn] as Expr;
	const found = denoted(read, scope, fn);
	const calls: Called[] = found?.kind === 'package' ? [[symbolName(found), x]] : [];
	if (callee.op === 'select') calls.push([selected(callee.name), x]);
	return calls;
}

/** What one file calls, by symbols. */
const callsIn: Fact<Readonly<Record<string, ReadonlyArray<readonly [decl: string, x: X]>>>, string> = (read, path) => {
	const index: Record<string, Array<readonly [string, X]>> = Object.create(null);
	for (const decl of read(bodiesIn, path))
		for (const [name, x] of read(callsOf, symbol(path, decl))) {
			index[name] ??= [];
			index[name].push([decl, x]);
		}
	return index;
};

/** The files that call each symbol, in their order: read by all that ask for calls, so that each does not look through all files. */
const callingFiles: Fact<Readonly<Record<string, readonly string[]>>> = read => {
	const files: Record<string, string[]> = Object.create(null);
	for (const path of read(goSources))
		for (const name of Object.keys(read(callsIn, path))) {
			files[name] ??= [];
			files[name].push(path);
		}
	return files;
};

/** The calls of a symbol (`symbolName`, `selected`) in the sources of the module, in the order of files and declarations. */
export const callsTo: Fact<readonly ExprAt[], string> = (read, name) =>
	(read(callingFiles)[name] ?? []).flatMap(path => (read(callsIn, path)[name] ?? []).map(([decl, x]) => ({ path, decl, x })));

/** The scope of an expression that an index gave. */
export const scopeAt = (read: Read, { path, decl }: Pick<ExprAt, 'path' | 'decl'>): Scope => scopeOf(read, path, decl) as Scope;
