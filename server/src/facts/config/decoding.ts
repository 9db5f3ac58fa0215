import type { X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { type Scope, scopeOf } from '../go/body';
import { dotted } from '../go/print';
import { denoted, exprAt } from '../go/resolve';
import { partsOf, symbol } from '../go/symbols';
import { calledBy, scopeOfFunction, typeOf } from '../go/typeOf';
import { methodNamed, type TypeRef } from '../go/types';
import type { Component } from '../plugin/components';
import { coreModule, sdkModule } from '../plugin/module';

/** The call of `config.Decode` by which a component reads its configuration. */
export interface Decoding {
	/** The file, and the function there that decodes. */
	readonly path: string;
	readonly decl: string;
	/** What is decoded into, as written without `&`: `b.config`; undefined if it is not just names. */
	readonly target?: string;
	/** Its type; undefined if that is not a struct of this module. */
	readonly type?: TypeRef;
}

/** The packages with `Decode`: the SDK's, and Packer's own from before there was an SDK. */
const decoders = [`${sdkModule}/template/config`, `${coreModule}/helper/config`];

/** The method in which each kind of component is given its configuration. */
export const entrances = { builder: 'Prepare', provisioner: 'Prepare', 'post-processor': 'Configure', datasource: 'Configure' } as const;

/** How a component decodes its configuration: in its method `Prepare` or `Configure`, or in what that calls with its arguments. */
export const decodingOf = (read: Read, { kind, implementation }: Component): Decoding | undefined => {
	const { method } = implementation ? methodNamed(read, implementation, entrances[kind]) : {};
	return method && read(decodingIn, symbol(method.path, method.value.decl));
};

/** The decoding that a function does (`symbol(path, decl)`), itself or through functions of this module that it gives its last parameter. */
const decodingIn: Fact<Decoding | undefined, string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const scope = scopeOf(read, path, decl);
	return scope && search(read, scope, 0);
};

function search(read: Read, scope: Scope, depth: number): Decoding | undefined {
	const { locals, calls } = scope.body;
	const raws = locals.findLastIndex(local => local.kind === 'parameter' && local.block === 0);
	if (raws === -1 || depth > 3) return undefined;
	for (const x of calls) {
		const call = exprAt(scope, x);
		const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
		const [target] = call.op === 'call' ? call.args : [];
		if (target === undefined || fn?.kind !== 'package' || fn.name !== 'Decode' || !decoders.includes(fn.path ?? '')) continue;
		const type = typeOf(read, scope, target);
		const written = dotted(scope.body, target);
		return { path: scope.path, decl: scope.decl, ...(written === undefined ? {} : { target: written }), ...(type ? { type } : {}) };
	}
	for (const x of calls) {
		const next = gives(scope, x, raws) ? calledBy(read, scope, x) : undefined;
		const inner = next && scopeOfFunction(read, next);
		const found = inner && search(read, inner, depth + 1);
		if (found) return found;
	}
	return undefined;
}

/** Whether a call is given a local as it is. */
function gives(scope: Scope, x: X, local: number): boolean {
	const call = exprAt(scope, x);
	return (
		call.op === 'call' &&
		call.args.some(argument => {
			const expr = exprAt(scope, argument);
			return expr.op === 'ref' && expr.to === local;
		})
	);
}
