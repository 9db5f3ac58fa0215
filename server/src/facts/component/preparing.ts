import type { Expr, X } from '../../syntax/go/body/body';
import type { GoFunction } from '../../syntax/go/file';
import { entrances } from '../config/decoding';
import type { Fact, Read } from '../core/database';
import { functionOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { goFile } from '../go/file';
import type { Declared } from '../go/packages';
import { symbol } from '../go/symbols';
import { calledBy, scopeOfFunction } from '../go/typeOf';
import { methodNamed } from '../go/types';
import { components } from '../plugin/components';
import type { Kind } from '../plugin/registrations';

/** A function that runs while Packer prepares a component, which it also does to validate a template. */
export interface Preparing {
	readonly path: string;
	readonly decl: string;
	readonly kind: Kind;
	/** The method that Packer calls (`Prepare`): its declaration, by `symbol`. */
	readonly from: string;
}

/** The methods with which Packer prepares each kind of component, and then runs it. */
export const methodsOfKinds: Readonly<Record<Kind, { readonly prepares: string; readonly runs: string }>> = {
	builder: { prepares: entrances.builder, runs: 'Run' },
	provisioner: { prepares: entrances.provisioner, runs: 'Provision' },
	'post-processor': { prepares: entrances['post-processor'], runs: 'PostProcess' },
	datasource: { prepares: entrances.datasource, runs: 'Execute' },
};

/** The functions that run while Packer prepares components: `Prepare` or `Configure`, and what they call in this module, each once. */
export const preparing: Fact<readonly Preparing[]> = read => {
	const found = new Map<string, Preparing>();
	for (const { kind, implementation } of read(components)) {
		const method = implementation && methodNamed(read, implementation, methodsOfKinds[kind].prepares).method;
		if (method !== undefined) add(read, found, { kind, from: symbol(method.path, method.value.decl) }, method, 0);
	}
	return [...found.values()];
};

function add(read: Read, found: Map<string, Preparing>, by: Pick<Preparing, 'kind' | 'from'>, { path, value }: Declared<GoFunction>, depth: number): void {
	const key = symbol(path, value.decl);
	const scope = scopeOfFunction(read, { path, value });
	if (found.has(key) || scope === undefined || read(goFile, path)?.generated) return;
	found.set(key, { path, decl: value.decl, ...by });
	if (depth >= 3) return;
	for (const x of callsAtOnce(scope)) {
		const called = calledBy(read, scope, x);
		if (called !== undefined) add(read, found, by, called, depth + 1);
	}
}

/** The calls of a function that are not in a closure, of which it is not known when it runs. */
export const callsAtOnce = ({ body }: Scope): readonly X[] =>
	body.calls.filter(x => functionOf(body, (body.exprs[x] as Expr & { readonly op: 'call' }).block) === 0);
