import type { X } from '../../syntax/go/body/body';
import type { NameType, TypeExpression } from '../../syntax/go/type';
import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { returnsOf } from '../go/blocks';
import { placeOf, type Scope } from '../go/body';
import { denotedType, exprAt } from '../go/resolve';
import { scopeOfFunction, typeNamedBy, typeOf } from '../go/typeOf';
import { methodNamed, resolveType, type TypeRef } from '../go/types';
import type { Component } from '../plugin/components';

/** What a component's `ConfigSpec` or `OutputSpec` returns. */
export interface SpecOf {
	readonly path: string;
	/** The name of the receiver in the method, where it has one. */
	readonly receiver?: string;
	/** What is returned. */
	readonly returned: Place;
	/** `flat`: that of a struct's generated Flat type; `written`: a spec written by hand; `unknown`: something else. */
	readonly how: 'flat' | 'written' | 'unknown';
	/** The struct, where it is one of this module. */
	readonly type?: TypeRef;
}

/** What the method of this name returns; undefined if the component's type has none in this module, or it returns in several places. */
export function specOf(read: Read, { implementation }: Component, name: 'ConfigSpec' | 'OutputSpec'): SpecOf | undefined {
	const { method } = implementation ? methodNamed(read, implementation, name) : {};
	const scope = method && scopeOfFunction(read, method);
	const [returned, ...more] = scope ? returnsOf(scope.body) : [];
	const [value] = returned?.values ?? [];
	if (!method || !scope || value === undefined || more.length > 0) return undefined;
	const receiver = method.value.receiver?.name;
	return { path: method.path, ...(receiver === undefined ? {} : { receiver }), returned: placeOf(scope, value), ...returnedBy(read, scope, value) };
}

function returnedBy(read: Read, scope: Scope, x: X): Pick<SpecOf, 'how' | 'type'> {
	const expr = exprAt(scope, x);
	const flat = callOf(scope, x, 'HCL2Spec');
	if (flat !== undefined) {
		const struct = callOf(scope, flat, 'FlatMapstructure');
		if (struct !== undefined) return ofFlat(typeOf(read, scope, struct));
		const type = flatType(scope, flat);
		if (type !== undefined) return ofFlat(resolveType(read, scope.path, type));
	}
	return { how: expr.op === 'composite' && expr.type !== undefined && isSpec(read, scope, expr.type) ? 'written' : 'unknown' };
}

/** What a method of this name is called on, without arguments. */
function callOf(scope: Scope, x: X, method: string): X | undefined {
	const call = exprAt(scope, x);
	const fn = call.op === 'call' && call.args.length === 0 ? exprAt(scope, call.fn) : undefined;
	return fn?.op === 'select' && fn.name === method ? fn.of : undefined;
}

/** The struct of which `(*FlatConfig)(nil)`, `new(FlatConfig)`, `&FlatConfig{}` or `FlatConfig{}` is the Flat type. */
function flatType(scope: Scope, x: X): NameType | undefined {
	const expr = exprAt(scope, x);
	if (expr.op === 'unary') return flatType(scope, expr.of);
	if (expr.op === 'composite') return expr.type && unflattened(expr.type);
	if (expr.op !== 'call' || expr.args.length !== 1) return undefined;
	const converted = typeNamedBy(scope, expr.fn);
	if (converted?.kind === 'pointer') return unflattened(converted.element);
	const made = converted?.kind === 'name' && converted.name === 'new' ? typeNamedBy(scope, expr.args[0] as X) : undefined;
	return made && unflattened(made);
}

function unflattened(type: TypeExpression): NameType | undefined {
	const [, name] = type.kind === 'name' ? (/^Flat(.+)$/.exec(type.name) ?? []) : [];
	return type.kind === 'name' && name !== undefined ? { ...type, name } : undefined;
}

/** Whether a type is `hcldec.ObjectSpec`, or the map that it is. */
function isSpec(read: Read, { path }: Scope, type: TypeExpression): boolean {
	const named = type.kind === 'map' ? type.element : type;
	const found = named.kind === 'name' ? denotedType(read, path, named) : undefined;
	return found?.kind === 'package' && found.path === 'github.com/hashicorp/hcl/v2/hcldec' && found.name === (type.kind === 'map' ? 'Spec' : 'ObjectSpec');
}

const ofFlat = (type: TypeRef | undefined): Pick<SpecOf, 'how' | 'type'> => ({ how: 'flat', ...(type ? { type } : {}) });
