import type { GoFunction } from '../../syntax/go/file';
import type { TypeExpression } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import { returnsOf } from '../go/blocks';
import { type Scope, scopesIn } from '../go/body';
import type { Declared } from '../go/packages';
import { printType } from '../go/print';
import { exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { named } from '../go/symbols';
import { isPredeclared, scopeOfFunction } from '../go/typeOf';
import { methodNamed, resolveType, type TypeRef } from '../go/types';
import { stringOf } from '../go/values';
import { type Component, components } from '../plugin/components';

/** A type of which a builder makes its artifacts. */
export interface BuilderArtifact {
	readonly builder: Component;
	readonly type: TypeRef;
}

/** The types of the artifacts that the packages of builders make, each once, with the first builder that makes one. */
export const builderArtifacts: Fact<readonly BuilderArtifact[]> = read => {
	const found = new Map<string, BuilderArtifact>();
	for (const builder of read(components)) {
		if (builder.kind !== 'builder' || builder.implementation === undefined) continue;
		for (const path of read(goSourcesIn, builder.implementation.dir))
			for (const type of read(artifactsIn, path)) {
				const key = named(type.dir, type.type);
				if (!found.has(key)) found.set(key, { builder, type });
			}
	}
	return [...found.values()];
};

/** The types of the artifacts that a file makes with literals. */
export const artifactsIn: Fact<readonly TypeRef[], string> = (read, path) => {
	const made = new Map<string, TypeExpression>();
	for (const { body } of scopesIn(read, path))
		for (const expr of body.exprs) if (expr.op === 'composite' && expr.type?.kind === 'name') made.set(printType(expr.type), expr.type);
	return [...made.values()].flatMap(written => {
		const type = resolveType(read, path, written);
		return type !== undefined && ['BuilderId', 'State', 'Destroy'].every(name => methodNamed(read, type, name).method !== undefined) ? [type] : [];
	});
};

/** A method of an artifact with its body; undefined where the type has none that is in this module. */
export function methodOf(read: Read, type: TypeRef, name: string): { readonly method: Declared<GoFunction>; readonly scope: Scope } | undefined {
	const { method } = methodNamed(read, type, name);
	const scope = method && scopeOfFunction(read, method);
	return method && scope && { method, scope };
}

/** Whether a method returns nil and does nothing else. */
export const doesNothing = (read: Read, scope: Scope): boolean =>
	scope.body.statements.length > 0 &&
	scope.body.statements.every(
		statement => statement.kind === 'return' && statement.block === 0 && statement.values.every(value => isPredeclared(read, scope, value, 'nil')),
	);

/** Whether the ID of an artifact says the same of all of them, so that it names nothing that a build has made: what it returns is a literal or a constant. */
export const givesConstant = (read: Read, scope: Scope): boolean =>
	givesNothing(read, scope) || returnsOf(scope.body).every(({ values: [value] }) => value !== undefined && stringOf(read, scope, value) !== undefined);

/** Whether a method returns an empty text, an empty list or nil, whatever happens. */
export const givesNothing = (read: Read, scope: Scope): boolean =>
	returnsOf(scope.body).every(({ values }) =>
		values.every(value => {
			const expr = exprAt(scope, value);
			if (expr.op === 'literal') return expr.value === '';
			return expr.op === 'composite' ? expr.entries.length === 0 : isPredeclared(read, scope, value, 'nil');
		}),
	);
