import type { Body, Expr, X } from '../../syntax/go/body/body';
import type { GoFunction } from '../../syntax/go/file';
import { signatureOf } from '../../syntax/go/signature';
import { pointedTo } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { functionOf } from '../go/blocks';
import { type Scope, scopesIn } from '../go/body';
import { callsTo, type ExprAt, scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { packageClause } from '../go/packages';
import { denoted, denotedType, exprAt, selected, symbolName } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { named, symbol } from '../go/symbols';
import { calledBy } from '../go/typeOf';
import { mainDirectories, pluginPackages } from '../plugin/entry';

type Call = Expr & { readonly op: 'call' };

/** A call on the way from one that is asked about, up through its callers. */
interface Way {
	readonly call: ExprAt;
	readonly key: string;
	/** The call that this one is a caller of. */
	readonly from?: Way;
}

/** Looks for what runs before any component. Many calls have callers in common: each function is looked at once for all of them. */
export class Startup {
	readonly #read: Read;
	readonly #callers = new Map<string, readonly ExprAt[] | undefined>();
	readonly #known = new Map<string, boolean>();

	constructor(read: Read) {
		this.#read = read;
	}

	/** Whether a call runs before any component, or around them all: in `main` or `init`, for a package variable, in what makes the plugin set, and in what only these call. */
	runs(call: ExprAt): boolean {
		const seen = new Set<string>();
		const work = [this.#way(call)];
		for (let way = work.pop(); way !== undefined; way = work.pop()) {
			const { key } = way;
			const known = this.#known.get(key);
			if (seen.has(key) || known === true) continue;
			seen.add(key);
			const callers = known === false ? undefined : this.#callersOf(way);
			if (callers === undefined) {
				for (let at: Way | undefined = way; at !== undefined; at = at.from) this.#known.set(at.key, false);
				return false;
			}
			for (const caller of callers) work.push(this.#way(caller, way));
		}
		for (const key of seen) this.#known.set(key, true);
		return true;
	}

	#way(call: ExprAt, from?: Way): Way {
		const isFunction = this.#read(goFile, call.path)?.functions.some(({ decl }) => decl === call.decl);
		const key = symbol(call.path, isFunction ? call.decl : `${call.decl} ${call.x}`); // elsewhere each closure runs at its own time
		return { call, key, ...(from && { from }) };
	}

	#callersOf({ call, key }: Way): readonly ExprAt[] | undefined {
		if (!this.#callers.has(key)) this.#callers.set(key, callersOf(this.#read, call));
		return this.#callers.get(key);
	}
}

/** The calls that decide when a call runs, none where it runs at the start whatever they are; undefined where it does not. */
function callersOf(read: Read, { path, decl, x }: ExprAt): readonly ExprAt[] | undefined {
	if (read(packageClause, path) === 'main' || /^init(?:#\d+)?$/.test(decl)) return [];
	const file = read(goFile, path);
	const dir = dirname(path);
	const declared = file?.functions.find(one => one.decl === decl);
	if (declared === undefined) {
		const { body } = scopeAt(read, { path, decl });
		const closure = functionOf(body, (body.exprs[x] as Call).block);
		const name = isCalledAtOnce(body, closure) ? undefined : keptAs(body, closure);
		// What is given a closure in another way decides when it runs.
		return name === undefined ? [] : atLeastOne(read(callsTo, named(dir, name)));
	}
	if (makesSet(read, { path, decl }, declared)) return [];
	if (declared.receiver !== undefined) return callersOfMethod(read, path, declared);
	const calls = read(callsTo, named(dir, declared.name));
	return calls.length === 0 && read(usedByMain).includes(named(dir, declared.name)) ? [] : atLeastOne(calls);
}

const atLeastOne = (calls: readonly ExprAt[]) => (calls.length === 0 ? undefined : calls);

/** Whether code is not part of a closure, or of one that is called where it is written. */
const isCalledAtOnce = ({ exprs, calls }: Body, closure: number): boolean =>
	closure === -1 ||
	calls.some(x => {
		const fn = exprs[(exprs[x] as Call).fn];
		return fn?.op === 'func' && fn.block === closure;
	});

/** The package variable that holds a closure. */
function keptAs({ exprs, statements }: Body, closure: number): string | undefined {
	for (const statement of statements) {
		if (statement.kind !== 'assign' || statement.block !== -1) continue;
		const nth = statement.values.findIndex(value => {
			const expr = exprs[value];
			return expr?.op === 'func' && expr.block === closure;
		});
		const target = nth === -1 ? undefined : exprs[statement.targets[nth] as X];
		if (target?.op === 'ref') return target.name;
	}
	return undefined;
}

/** Whether a function makes the plugin set, or is given it. */
function makesSet(read: Read, at: Pick<Scope, 'path' | 'decl'>, declared: GoFunction): boolean {
	const isSet = (signatureOf(declared)?.parameters ?? []).some(({ type }) => {
		const inner = pointedTo(type);
		const found = inner.kind === 'name' && inner.name === 'Set' ? denotedType(read, at.path, inner) : undefined;
		return found?.kind === 'package' && pluginPackages.includes(found.path ?? '');
	});
	return (
		isSet ||
		pluginPackages.some(name => ['NewSet', 'Server'].some(made => read(callsTo, `${name}.${made}`).some(set => set.path === at.path && set.decl === at.decl)))
	);
}

/** All calls that may be of a method; undefined where none of them certainly is of it. */
function callersOfMethod(read: Read, path: string, declared: GoFunction): readonly ExprAt[] | undefined {
	const count = signatureOf(declared)?.parameters.length;
	const calls = read(callsTo, selected(declared.name)).filter(({ x, ...call }) => (exprAt(scopeAt(read, call), x) as Call).args.length === count);
	const isOwn = (call: ExprAt) => {
		const found = calledBy(read, scopeAt(read, call), call.x);
		return found?.path === path && found.value.decl === declared.decl;
	};
	return calls.some(isOwn) ? calls : undefined;
}

/** The functions of other packages that the package main of the plugin names (`named(dir, name)`), called or not. */
const usedByMain: Fact<readonly string[]> = read => {
	const scopes = read(mainDirectories).flatMap(dir => read(goSourcesIn, dir).flatMap(path => scopesIn(read, path)));
	const names = scopes.flatMap(scope =>
		scope.body.exprs.flatMap((expr, x) => {
			const found = expr.op === 'select' ? denoted(read, scope, x) : undefined;
			return found?.kind === 'package' && found.dir !== undefined ? [symbolName(found)] : [];
		}),
	);
	return [...new Set(names)].sort();
};
