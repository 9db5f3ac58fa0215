import type { Expr, L, Local, X } from '../../syntax/go/body/body';
import { pointedTo, readType, type TypeExpression } from '../../syntax/go/type';
import { type Edit, replace } from '../../text/edit';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { dirname } from '../core/paths';
import { placeOf, type Scope, scopesIn } from '../go/body';
import { importing } from '../go/imports';
import { partsIn } from '../go/parts';
import { dotted, print } from '../go/print';
import { denotedType, exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { typeExpressionOf } from '../go/typeOf';
import { declarationOf, fieldNamed, methodNamed, resolveType, type TypeRef } from '../go/types';
import { unimporting } from '../go/unimporting';
import { components } from '../plugin/components';
import { sdkModule } from '../plugin/module';
import { isHidden } from './haltCause';
import { multistep } from './steps';

type Composite = Expr & { readonly op: 'composite' };

/** Whether a composite literal is a `multistep.BasicRunner`. */
export function isBasicRunner(read: Read, scope: Scope, { type }: Composite): boolean {
	return type?.kind === 'name' && type.name === 'BasicRunner' && isType(read, scope.path, type, multistep, 'BasicRunner');
}

/** Whether a function that makes a runner heeds the options of users itself: its package reads `PackerOnError`, or it decides by `PackerDebug` or has a `DebugRunner`, too. */
export function heedsOptions(read: Read, scope: Scope): boolean {
	const { exprs, blocks } = scope.body;
	const asked = blocks.flatMap(({ conditions = [] }) => conditions.flatMap(x => [...partsIn(scope.body, x)]));
	const asksDebug = asked.some(x => {
		const expr = exprs[x];
		return expr?.op === 'select' && expr.name === 'PackerDebug';
	});
	const debugs = exprs.some(expr => expr.op === 'composite' && expr.type?.kind === 'name' && isType(read, scope.path, expr.type, multistep, 'DebugRunner'));
	return asksDebug || debugs || read(goSourcesIn, dirname(scope.path)).some(path => read(readsOnError, path));
}

const readsOnError: Fact<boolean, string> = (read, path) =>
	read(text, path)?.includes('PackerOnError') === true &&
	scopesIn(read, path).some(({ body }) => body.exprs.some(expr => expr.op === 'select' && expr.name === 'PackerOnError'));

/** Whether code belongs to data sources alone, which Packer gives neither option: a method of a type with those of one, or a package that has no other component. */
export function isForDatasource(read: Read, scope: Scope): boolean {
	const receiver = scope.body.locals.find(({ kind }) => kind === 'receiver');
	const type = receiver?.type && resolveType(read, scope.path, receiver.type);
	if (type !== undefined && ['OutputSpec', 'Execute'].every(name => methodNamed(read, type, name).method !== undefined)) return true;
	const here = read(components).filter(({ implementation }) => implementation?.dir === dirname(scope.path));
	return here.length > 0 && here.every(({ kind }) => kind === 'datasource');
}

/** What `commonsteps.NewRunner` is to be given instead of a literal of `BasicRunner`: its steps, the `PackerConfig` of the receiver's configuration, the `Ui`. */
export interface Replacement {
	/** The literal with `&`. */
	readonly pointer: X;
	readonly steps: string;
	readonly config: string;
	readonly ui: string;
}

/** The replacement of a literal of `BasicRunner`; undefined where one of the arguments is not at hand, or the runner is used as more than a `multistep.Runner`. */
export function replacementOf(read: Read, scope: Scope, literal: Composite, x: X): Replacement | undefined {
	const { body } = scope;
	const pointer = body.exprs.findIndex(expr => expr.op === 'unary' && expr.operator === '&' && expr.of === x);
	const [entry, ...more] = literal.entries;
	const assigned = body.statements.find(s => s.kind === 'assign' && s.values.length === 1 && s.values[0] === pointer && s.targets.length === 1);
	if (pointer === -1 || more.length > 0 || entry?.[0] === undefined || dotted(body, entry[0]) !== 'Steps' || assigned?.kind !== 'assign') return undefined;
	if (exprAt(scope, entry[1]).op !== 'ref' || !isRunner(read, scope, assigned.targets[0] as X)) return undefined;
	const ui = body.locals.find(({ kind, block, type, name }) => kind === 'parameter' && block === 0 && name !== '_' && type && isUi(read, scope.path, type));
	const receiver = body.locals.find(({ kind }) => kind === 'receiver');
	const struct = receiver?.type && resolveType(read, scope.path, receiver.type);
	const config = struct && configWithPackerConfig(read, struct);
	if (ui === undefined || config === undefined || receiver === undefined || receiver.name === '_') return undefined;
	if (body.locals.some(({ name }) => name === 'commonsteps')) return undefined;
	if ([ui.name, receiver.name].some(name => isHidden(body, name, literal.block, x))) return undefined;
	return { pointer, steps: print(body, entry[1]), config: `${receiver.name}.${config}.PackerConfig`, ui: ui.name };
}

/** The edits that replace a literal by a call of `commonsteps.NewRunner`. Reads offsets: for fixes only. */
export function toNewRunner(read: Read, scope: Scope, { pointer, steps, config, ui }: Replacement): readonly Edit[] {
	const place = placeOf(scope, pointer);
	const { edits, name } = importing(read, scope.path, `${multistep}/commonsteps`, 'sdksteps');
	return [...edits, ...unimporting(read, place), replace(place, `${name}.NewRunner(${steps}, ${config}, ${ui})`)];
}

/** Whether a variable can hold any `multistep.Runner`: a field of that type, or a local of which only `Run` is called. */
function isRunner(read: Read, scope: Scope, x: X): boolean {
	const expr = exprAt(scope, x);
	if (expr.op === 'ref' && expr.to !== undefined) return onlyRuns(scope, expr.to);
	const found = typeExpressionOf(read, scope, x);
	return found !== undefined && isType(read, found.path, found.type, multistep, 'Runner');
}

function onlyRuns({ body }: Scope, local: L): boolean {
	const { at, writes, type } = body.locals[local] as Local;
	const runs = new Set(body.exprs.flatMap(expr => (expr.op === 'select' && expr.name === 'Run' ? [expr.of] : [])));
	return writes.length === 0 && type === undefined && body.exprs.every((expr, x) => expr.op !== 'ref' || expr.to !== local || x === at || runs.has(x));
}

/** The field of a component that holds its configuration, if that embeds the SDK's `PackerConfig`. */
function configWithPackerConfig(read: Read, struct: TypeRef): string | undefined {
	const names = (declarationOf(read, struct)?.fields ?? []).flatMap(({ names }) => names);
	return names.find(name => {
		const type = fieldNamed(read, struct, name)?.type;
		const embedded = type && declarationOf(read, type)?.fields?.filter(({ names }) => names.length === 0);
		return type !== undefined && embedded?.some(field => isType(read, type.path, readType(field.type), `${sdkModule}/common`, 'PackerConfig'));
	});
}

const isUi = (read: Read, path: string, type: TypeExpression) => isType(read, path, type, `${sdkModule}/packer`, 'Ui');

function isType(read: Read, path: string, type: TypeExpression, of: string, name: string): boolean {
	const inner = pointedTo(type);
	const found = inner.kind === 'name' ? denotedType(read, path, inner) : undefined;
	return found?.kind === 'package' && found.path === of && found.name === name;
}
