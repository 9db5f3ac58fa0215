import type { B, Body, Expr, L, X } from '../../syntax/go/body/body';
import { signatureOf } from '../../syntax/go/signature';
import type { TypeExpression } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import { isInside } from '../go/blocks';
import type { Scope } from '../go/body';
import { type ExprAt, scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { partsIn } from '../go/parts';
import { denoted, denotedType, exprAt } from '../go/resolve';
import { partsOf, symbol } from '../go/symbols';
import { sdkModule } from '../plugin/module';
import { componentCalls } from './componentCode';
import { multistep, parameterNamed } from './steps';

/** A function that Packer can cancel, because it is given a context. */
export interface Cancelable {
	/** Whether Packer calls it, or another function of the module does. */
	readonly calledBy: 'packer' | 'module';
	/** The name of the context; undefined where it has none. */
	readonly ctx: string | undefined;
	/** What it returns, as types are written. */
	readonly results: readonly TypeExpression[];
}

const sdk = `${sdkModule}/packer`;
const methods: Readonly<Record<string, readonly string[]>> = {
	Run: [`${multistep}.StateBag`, `${sdk}.Ui,${sdk}.Hook`],
	Provision: [`${sdk}.Ui,${sdk}.Communicator,`],
	PostProcess: [`${sdk}.Ui,${sdk}.Artifact`],
};

/** The function that is given a context, which a declaration is (`symbol(path, decl)`); undefined if it is another one. */
const cancelable: Fact<Cancelable | undefined, string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const declared = read(goFile, path)?.functions.find(one => one.decl === decl);
	const signature = declared && signatureOf(declared);
	if (declared === undefined || signature === undefined) return undefined;
	const types = signature.parameters.map(({ type }) => nameOf(read, path, type));
	const at = types.indexOf('context.Context');
	if (at === -1) return undefined;
	const name = signature.parameters[at]?.name;
	const ctx = name === undefined || name === '_' ? undefined : name;
	const isMethod = declared.receiver !== undefined && at === 0 && methods[declared.name]?.includes(types.slice(1).join());
	return { calledBy: isMethod ? 'packer' : 'module', ctx, results: signature.results.map(({ type }) => type) };
};

/** The function that a scope is in, if that is given a context. */
export const cancelableOf = (read: Read, { path, decl }: Pick<Scope, 'path' | 'decl'>): Cancelable | undefined => read(cancelable, symbol(path, decl));

/** The calls of some functions in one function of a component that is given a context. */
export interface CallsInCancelable {
	readonly scope: Scope;
	readonly cancelable: Cancelable;
	readonly calls: readonly X[];
}

/** The calls of functions, named as `time.Sleep`, in those functions of components that are given a context. */
export function callsInCancelable(read: Read, names: readonly string[]): readonly CallsInCancelable[] {
	const found = new Map<string, { readonly first: ExprAt; readonly calls: X[] }>();
	for (const call of componentCalls(read, names)) {
		const key = symbol(call.path, call.decl);
		const there = found.get(key);
		if (there === undefined) found.set(key, { first: call, calls: [call.x] });
		else there.calls.push(call.x);
	}
	return [...found.values()].flatMap(({ first, calls }) => {
		const scope = scopeAt(read, first);
		const cancelable = cancelableOf(read, scope);
		return cancelable === undefined ? [] : [{ scope, cancelable, calls }];
	});
}

/** Whether a block does something with the context of its function, or with one made of that: what it calls may return once that is canceled. A step may ask its state bag. */
export function asksContext(read: Read, scope: Scope, ctx: string | undefined, block: B): boolean {
	const { body } = scope;
	const contexts = contextsOf(read, scope, ctx);
	return body.calls.some(x => {
		const { fn, args, block: where } = body.exprs[x] as Expr & { readonly op: 'call' };
		if (!isInside(body, where, block)) return false;
		return args.some(arg => isNamed(body, arg, 'StateCancelled')) || [fn, ...args].some(part => mentions(body, part, contexts));
	});
}

const isNamed = (body: Body, x: X, name: string) => {
	const expr = body.exprs[x];
	return expr?.op === 'select' && expr.name === name;
};

/** The locals that are the context of a function, or are made of it by package context. */
function contextsOf(read: Read, scope: Scope, ctx: string | undefined): ReadonlySet<L> {
	const own = parameterNamed(scope, ctx);
	const found = new Set(own === undefined ? [] : [own]);
	// A context is declared behind the one that it is made of.
	for (const [local, { init, writes }] of scope.body.locals.entries())
		if ([...(init === undefined ? [] : [init]), ...writes].some(value => derives(read, scope, value) && mentions(scope.body, value, found))) found.add(local);
	return found;
}

function derives(read: Read, scope: Scope, x: X): boolean {
	const call = exprAt(scope, x);
	const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
	return fn?.kind === 'package' && fn.path === 'context';
}

const mentions = (body: Body, x: X, locals: ReadonlySet<L>): boolean =>
	[...partsIn(body, x)].some(part => {
		const expr = body.exprs[part];
		return expr?.op === 'ref' && expr.to !== undefined && locals.has(expr.to);
	});

function nameOf(read: Read, path: string, type: TypeExpression): string | undefined {
	const found = type.kind === 'name' ? denotedType(read, path, type) : undefined;
	return found?.kind === 'package' && found.path !== undefined ? `${found.path}.${found.name}` : undefined;
}
