import type { X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { returnsOf } from '../go/blocks';
import { type Scope, scopesIn } from '../go/body';
import { isBrokenPackage } from '../go/broken';
import { exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { named } from '../go/symbols';
import { resolveType, type TypeRef } from '../go/types';
import { stringOf } from '../go/values';
import type { Component } from '../plugin/components';
import { artifactsIn, methodOf } from './artifacts';

/** The builder id of the artifacts that the package of a component makes, where it is one text; undefined where it is not known without running the plugin. */
export function builderIdOf(read: Read, { implementation }: Component): string | undefined {
	if (implementation === undefined || read(isBrokenPackage, implementation.dir)) return undefined;
	const paths = read(goSourcesIn, implementation.dir);
	const types = new Map(paths.flatMap(path => read(artifactsIn, path)).map(type => [named(type.dir, type.type), type]));
	const ids = [...types.values()].flatMap(type => idsOf(read, type, paths));
	const [first] = ids;
	return ids.every(id => id === first) ? first : undefined;
}

/** The texts that `BuilderId` of a type returns; undefined for each that is not known. */
function idsOf(read: Read, type: TypeRef, paths: readonly string[]): readonly (string | undefined)[] {
	const found = methodOf(read, type, 'BuilderId');
	const values = found ? returnsOf(found.scope.body).map(({ values: [value] }) => value) : [];
	if (!found || values.length === 0) return [undefined];
	return values.flatMap(value => {
		if (value === undefined) return [undefined];
		const expr = exprAt(found.scope, value);
		const said = stringOf(read, found.scope, value)?.value;
		if (said !== undefined || expr.op !== 'select' || !isReceiver(found.scope, expr.of, found.method.value.receiver?.name)) return [said];
		return fieldValues(read, type, expr.name, paths);
	});
}

function isReceiver(scope: Scope, x: X, receiver: string | undefined): boolean {
	const expr = exprAt(scope, x);
	return expr.op === 'ref' && expr.name === receiver;
}

/** What the literals of a type in some files give one of its fields; undefined where nothing is given, or that is not known. */
function fieldValues(read: Read, type: TypeRef, field: string, paths: readonly string[]): readonly (string | undefined)[] {
	return paths.flatMap(path =>
		scopesIn(read, path).flatMap(scope =>
			scope.body.exprs.flatMap(expr => {
				const made = expr.op === 'composite' && expr.type?.kind === 'name' ? resolveType(read, path, expr.type) : undefined;
				if (expr.op !== 'composite' || made === undefined || made.dir !== type.dir || made.type !== type.type) return [];
				const [, value] = expr.entries.find(([key]) => key !== undefined && isKey(scope, key, field)) ?? [];
				return [value === undefined ? undefined : stringOf(read, scope, value)?.value];
			}),
		),
	);
}

const isKey = (scope: Scope, key: X, name: string) => {
	const expr = exprAt(scope, key);
	return expr.op === 'ref' && expr.name === name;
};
