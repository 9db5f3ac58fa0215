import type { X } from '../../syntax/go/body/body';
import { signatureOf } from '../../syntax/go/signature';
import type { Fact, Read } from '../core/database';
import { returnsOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { scopeAt } from '../go/calls';
import { exprAt } from '../go/resolve';
import { calledBy, isPredeclared, scopeOfFunction, typeNamedBy, typeOf } from '../go/typeOf';
import { resolveType, type TypeRef } from '../go/types';
import { boundTo } from '../go/values';
import { identity } from './identity';
import { type Kind, type Registration, registrations } from './registrations';

/** The type that implements a component. */
export type Implementation = TypeRef;

/** A component of the plugin: what is registered, resolved to what implements it. */
export interface Component {
	readonly kind: Kind;
	/** As registered; `''` for plugin.DEFAULT_NAME. */
	readonly name: string;
	/** As a template writes it: `acme-ebs`, or `acme` for plugin.DEFAULT_NAME (Packer packer/plugin_discover.go). */
	readonly fullName: string;
	readonly registration: Registration;
	/** Undefined if the type is not in this module, or the expression is not one we follow. */
	readonly implementation?: Implementation;
}

/** The components whose names are known without running the plugin, in the order of their registration. */
export const components: Fact<readonly Component[]> = read =>
	read(registrations).flatMap(registration => {
		if (registration.name === undefined) return [];
		const implementation = ofExpression(read, scopeAt(read, registration.value), registration.value.x, 0);
		const plugin = read(identity).name;
		const fullName = registration.name === '' ? plugin : `${plugin}-${registration.name}`;
		return [{ kind: registration.kind, name: registration.name, fullName, registration, ...(implementation ? { implementation } : {}) }];
	});

/** Follows `new(p.T)`, `&p.T{…}`, `p.NewT(…)`, and a variable that holds one of them. */
function ofExpression(read: Read, scope: Scope, x: X, depth: number): Implementation | undefined {
	if (depth > 5) return undefined;
	const expr = exprAt(scope, x);
	if (expr.op === 'unary') return ofExpression(read, scope, expr.of, depth + 1);
	if (expr.op === 'composite') return expr.type && resolveType(read, scope.path, expr.type);
	if (expr.op === 'call') {
		const [argument] = expr.args;
		const made = argument !== undefined && isPredeclared(read, scope, expr.fn, 'new') ? typeNamedBy(scope, argument) : undefined;
		return made ? resolveType(read, scope.path, made) : ofCall(read, scope, x, depth);
	}
	const found = boundTo(read, scope, x);
	if (!found || found.local?.ranges) return typeOf(read, scope, x);
	if (found.value !== undefined) return ofExpression(read, found.scope, found.value, depth + 1);
	return found.type && resolveType(read, found.scope.path, found.type);
}

/** What a function of this module makes: its result type, or, if that is an interface, what it returns. */
function ofCall(read: Read, scope: Scope, x: X, depth: number): Implementation | undefined {
	const found = calledBy(read, scope, x);
	const there = found && scopeOfFunction(read, found);
	if (!found || !there) return undefined;
	const result = signatureOf(found.value)?.results[0]?.type;
	const declared = result && resolveType(read, found.path, result);
	if (declared) return declared;
	const returned = returnsOf(there.body).flatMap(({ values: [first] }) => (first === undefined ? [] : [first]));
	const values = returned.filter(value => !isPredeclared(read, there, value, 'nil'));
	return values.length === 1 ? ofExpression(read, there, values[0] as X, depth + 1) : undefined;
}
