import type { Expr, L, X } from '../../syntax/go/body/body';
import { pointedTo } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import { type Scope, scopesIn } from '../go/body';
import { importedBy } from '../go/linked';
import { importPaths } from '../go/packages';
import { denoted, denotedType, exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { hasString } from '../go/strings';
import { named, symbol } from '../go/symbols';
import { calledBy, isPredeclared, typeExpressionOf } from '../go/typeOf';
import { resolveType, type TypeRef } from '../go/types';
import { stringOf } from '../go/values';
import { type Component, components } from '../plugin/components';
import { sdkModule } from '../plugin/module';
import { methodOf } from './artifacts';
import { reachedByRun, scopeOfKey } from './builderReach';
import { multistep } from './steps';

const key = 'generated_data';
const steps = `${multistep}/commonsteps`;

/** What becomes of the data that provisioning generates (`build.ID` and its like) in the artifacts of a builder. */
export type GeneratedData =
	/** Post-processors may get it. */
	| 'kept'
	/** The method `State` of the artifact gives it to nobody. */
	| 'hidden'
	/** The packages of the builder never take it from the state bag. */
	| 'lost';

/** What becomes of the generated data in artifacts of a type, and the first builder of a package that provisions and makes such artifacts. */
export function generatedDataOf(read: Read, dir: string, type: TypeRef): { readonly outcome: GeneratedData; readonly builder?: Component } {
	const dirs = [...packagesBehind(read, dir)];
	const files = dirs.flatMap(one => read(goSourcesIn, one));
	if (!files.some(path => read(provisions, path))) return { outcome: 'kept' };
	const state = methodOf(read, type, 'State');
	const hidden = state !== undefined && neverAnswers(read, state.scope);
	const kept = !hidden && (files.some(path => read(hasString, symbol(path, key))) || (state !== undefined && asksOthers(read, state.scope)));
	if (kept) return { outcome: 'kept' };
	// What a builder runs is asked last: that reads most of its code.
	const builder = read(components).find(one => one.kind === 'builder' && one.implementation?.dir === dir && provisionsFor(read, one.implementation, type));
	return builder === undefined ? { outcome: 'kept' } : { outcome: hidden ? 'hidden' : 'lost', builder };
}

/** Whether the method `Run` of a builder provisions and makes artifacts of a type, and gives its state bag to no other module that may take the data from it. */
function provisionsFor(read: Read, builder: TypeRef, type: TypeRef): boolean {
	const scopes = read(reachedByRun, named(builder.dir, builder.type)).flatMap(one => scopeOfKey(read, one) ?? []);
	const makes = (scope: Scope) =>
		scope.body.exprs.some(expr => {
			const made = expr.op === 'composite' && expr.type ? resolveType(read, scope.path, expr.type) : undefined;
			return made?.dir === type.dir && made.type === type.type;
		});
	return scopes.some(scope => usesProvision(read, scope)) && scopes.some(makes) && !scopes.some(scope => givesStateAway(read, scope));
}

/** Whether a function gives a state bag to a function of another module than the SDK. */
function givesStateAway(read: Read, scope: Scope): boolean {
	return scope.body.calls.some(x => {
		const { fn, args } = exprAt(scope, x) as Expr & { readonly op: 'call' };
		const found = denoted(read, scope, fn);
		if (found?.kind !== 'package' || found.dir !== undefined || found.path === undefined || `${found.path}/`.startsWith(`${sdkModule}/`)) return false;
		return args.some(argument => {
			const type = typeExpressionOf(read, scope, argument);
			const inner = type && pointedTo(type.type);
			const bag = type && inner?.kind === 'name' ? denotedType(read, type.path, inner) : undefined;
			return bag?.kind === 'package' && bag.path === multistep && /StateBag$/.test(bag.name);
		});
	});
}

/** Whether a method `State` gives the name that it is asked for to code that is not known. */
function asksOthers(read: Read, scope: Scope): boolean {
	const name = scope.body.locals.findIndex(({ kind }) => kind === 'parameter');
	return scope.body.calls.some(x => {
		const { args } = exprAt(scope, x) as Expr & { readonly op: 'call' };
		const given = args.some(argument => {
			const expr = exprAt(scope, argument);
			return expr.op === 'ref' && expr.to === name;
		});
		return given && calledBy(read, scope, x) === undefined;
	});
}

/** The packages of this module that a package is made of: its own, and all that it imports. */
function packagesBehind(read: Read, dir: string): ReadonlySet<string> {
	const found = new Set([dir]);
	for (const one of found) for (const imported of read(importedBy, one)) found.add(imported);
	return found;
}

/** Whether a file uses `commonsteps.StepProvision`, which puts the generated data into the state bag. */
const provisions: Fact<boolean, string> = (read, path) =>
	read(importPaths, path).includes(steps) && scopesIn(read, path).some(scope => usesProvision(read, scope));

const usesProvision = (read: Read, scope: Scope): boolean =>
	scope.body.exprs.some((expr, x) => {
		const type = expr.op === 'composite' && expr.type?.kind === 'name' ? denotedType(read, scope.path, expr.type) : undefined;
		const found = expr.op === 'select' && expr.name === 'StepProvision' ? denoted(read, scope, x) : type;
		return found?.kind === 'package' && found.path === steps && found.name === 'StepProvision';
	});

/** Whether a method `State` gives nothing for the key: it compares the name with other keys only, and returns nil for the rest. */
function neverAnswers(read: Read, scope: Scope): boolean {
	const { locals, exprs, blocks, statements } = scope.body;
	const name = locals.findIndex(({ kind }) => kind === 'parameter');
	const compared = new Set<X>();
	const isOther = (x: X | undefined) => {
		const said = x === undefined ? undefined : (stringOf(read, scope, x)?.value ?? foreignKey(read, scope, x));
		return said !== undefined && said !== key;
	};
	for (const expr of exprs) {
		if (expr.op !== 'binary' || expr.operator !== '==') continue;
		const [left, right] = expr.of;
		if (isOther(right)) compared.add(left);
		else if (isOther(left)) compared.add(right);
	}
	for (const statement of statements) if (statement.kind === 'switch') compared.add(statement.of);
	const uses = (local: L) => exprs.flatMap((expr, x) => (expr.op === 'ref' && expr.to === local && locals[local]?.at !== x ? [x] : []));
	if (name !== -1 && !uses(name).every(x => compared.has(x))) return false;
	if (!blocks.every(({ by, conditions = [] }) => by !== 'case' || conditions.every(isOther))) return false;
	return statements.every(statement => {
		if (statement.kind !== 'return') return true;
		const { by, conditions = [] } = blocks[statement.block] ?? { by: 'block' };
		const decided = (by === 'case' || by === 'if') && conditions.length > 0;
		return decided || statement.values.every(value => isPredeclared(read, scope, value, 'nil'));
	});
}

/** A key that is a constant of another module, as `image.ArtifactStateURI` is: the data has no such name. */
function foreignKey(read: Read, scope: Scope, x: X): string | undefined {
	const found = exprAt(scope, x).op === 'select' ? denoted(read, scope, x) : undefined;
	return found?.kind === 'package' && found.dir === undefined ? found.name : undefined;
}
