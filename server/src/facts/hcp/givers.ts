import type { X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { returnsOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { denoted, exprAt } from '../go/resolve';
import { calledBy, isPredeclared, scopeOfFunction, typeNamedBy, typeOf } from '../go/typeOf';
import { methodNamed, type TypeRef } from '../go/types';
import { components } from '../plugin/components';
import { sdkModule } from '../plugin/module';
import { registrations } from '../plugin/registrations';

/** Whether all that builders and post-processors return are artifacts of types of this module, of which it shows what they answer. */
export const artifactsKnown: Fact<boolean> = read => {
	const isMaker = ({ kind }: { readonly kind: string }) => kind === 'builder' || kind === 'post-processor';
	const makers = read(components).filter(isMaker);
	if (makers.length < read(registrations).filter(isMaker).length) return false;
	return makers.every(({ kind, implementation }) => {
		const { method } = implementation ? methodNamed(read, implementation, kind === 'builder' ? 'Run' : 'PostProcess') : {};
		const scope = method && scopeOfFunction(read, method);
		return scope !== undefined && returnsKnown(read, scope, 0);
	});
};

/** Whether the first result of a function is nothing, what it was given, or an artifact of which we know what it answers. */
function returnsKnown(read: Read, scope: Scope, depth: number): boolean {
	return returnsOf(scope.body).every(({ values: [first] }) => first !== undefined && isKnown(read, scope, first, depth));
}

function isKnown(read: Read, scope: Scope, x: X, depth: number): boolean {
	if (depth > 6) return false;
	if (isPredeclared(read, scope, x, 'nil')) return true;
	const type = typeOf(read, scope, x);
	if (type !== undefined) return answersItself(read, type);
	const expr = exprAt(scope, x);
	const local = expr.op === 'ref' && expr.to !== undefined ? scope.body.locals[expr.to] : undefined;
	if (local?.kind === 'parameter') return local.writes.every(value => isKnown(read, scope, value, depth + 1));
	if (local?.kind === 'variable') {
		const values = [...(local.init === undefined ? [] : [local.init]), ...local.writes];
		return (local.nth ?? 0) === 0 && values.every(value => isKnown(read, scope, value, depth + 1));
	}
	const called = expr.op === 'call' ? calledBy(read, scope, x) : undefined;
	const there = called && scopeOfFunction(read, called);
	return there !== undefined && returnsKnown(read, there, depth + 1);
}

/** Whether the `State` of a type is of this module, and asks no code of other modules. */
function answersItself(read: Read, type: TypeRef): boolean {
	const { method } = methodNamed(read, type, 'State');
	const scope = method && scopeOfFunction(read, method);
	return (
		scope?.body.calls.every(x => {
			const call = exprAt(scope, x);
			if (call.op !== 'call' || typeNamedBy(scope, call.fn)?.kind === 'slice') return true;
			const found = denoted(read, scope, call.fn);
			if (found?.kind !== 'package') return calledBy(read, scope, x) !== undefined;
			if (found.path === undefined) return true; // of the package, or predeclared
			return found.dir !== undefined || !found.path.includes('.') || found.path.startsWith(`${sdkModule}/`);
		}) ?? false
	);
}
