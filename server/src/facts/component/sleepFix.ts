import type { Expr } from '../../syntax/go/body/body';
import { type Edit, insertAfter, replace } from '../../text/edit';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { placeOf, type Scope } from '../go/body';
import { denotedType, exprAt } from '../go/resolve';
import { locate } from '../places/locate';
import type { Cancelable } from './canceling';
import { isHidden } from './haltCause';
import { zerosOf } from './runners';
import type { Sleeping } from './sleeps';
import { multistep } from './steps';

/** What a function returns once its context is canceled, after `return`; undefined where that is not known, or where the context is not at hand wherever it sleeps. */
export function returnedOf(read: Read, scope: Scope, { sleeps, function: { ctx, results } }: Sleeping): string | undefined {
	const isAtHand = sleeps.every(x => {
		const { block } = exprAt(scope, x) as Expr & { readonly op: 'call' };
		return ctx !== undefined && !isHidden(scope.body, ctx, block, x);
	});
	const isStatement = sleeps.every(x => scope.body.statements.some(statement => statement.kind === 'expression' && statement.of === x));
	if (!isAtHand || !isStatement) return undefined;
	if (results.length === 0) return '';
	const action = haltOf(read, scope, results);
	if (action !== undefined) return ` ${action}`;
	const zeros = zerosOf(read, scope);
	return zeros === undefined ? undefined : ` ${zeros}${ctx}.Err()`;
}

/** The edits that wait with `select` instead of sleeping. Reads offsets: for fixes only. */
export const toSelect = (read: Read, scope: Scope, { sleeps, function: { ctx } }: Sleeping, returned: string): Edit[] =>
	sleeps.flatMap(x => {
		const { fn } = exprAt(scope, x) as Expr & { readonly op: 'call' };
		const [call, name] = [placeOf(scope, x), placeOf(scope, fn)];
		const { start, end } = locate(read, name);
		const source = read(text, scope.path) ?? '';
		const [indent = ''] = /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', start - 1) + 1, start)) ?? [];
		const time = source.slice(start, end).replace(/\.\s*Sleep$/, '');
		const lines = ['select {', `case <-${ctx}.Done():`, `\treturn${returned}`, `case <-${time}.After`];
		return [replace(name, lines.join(`\n${indent}`)), insertAfter(call, `:\n${indent}}`)];
	});

/** The action of a step that stops the build, as the file writes it; undefined in a function that is not a step's. */
function haltOf(read: Read, { path }: Scope, results: Cancelable['results']): string | undefined {
	const [only, ...more] = results;
	const found = only?.kind === 'name' && more.length === 0 ? denotedType(read, path, only) : undefined;
	if (only?.kind !== 'name' || found?.kind !== 'package' || found.path !== multistep || found.name !== 'StepAction') return undefined;
	return only.qualifier === undefined ? undefined : `${only.qualifier}.ActionHalt`;
}
