import type { Expr, X } from '../../syntax/go/body/body';
import { type Edit, replace } from '../../text/edit';
import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { placeOf } from '../go/body';
import { callsTo, type ExprAt, scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { importing } from '../go/imports';
import { exprAt } from '../go/resolve';
import { unimporting } from '../go/unimporting';
import { isComponentCode } from './componentCode';

const printing = ['Print', 'Printf', 'Println'] as const;

/** A call that prints to stdout. */
export interface Printing extends ExprAt {
	readonly name: (typeof printing)[number];
	/** What is called: `fmt.Printf`. */
	readonly fn: X;
	/** Whether the call is a statement: nobody uses its results. */
	readonly alone: boolean;
}

/** The calls by which components print to stdout, by files. */
export const componentPrints: Fact<Readonly<Record<string, readonly Printing[]>>> = read => {
	const found: Record<string, Printing[]> = {};
	for (const name of printing)
		for (const call of read(callsTo, `fmt.${name}`)) {
			if (!isComponentCode(read, call) || read(goFile, call.path)?.generated) continue;
			const scope = scopeAt(read, call);
			const { fn } = exprAt(scope, call.x) as Expr & { readonly op: 'call' };
			const alone = scope.body.statements.some(statement => statement.kind === 'expression' && statement.of === call.x);
			found[call.path] ??= [];
			found[call.path]?.push({ ...call, name, fn, alone });
		}
	return found;
};

/** The edits by which calls in a file print to the log instead. Reads offsets: for fixes only. */
export function toLog(read: Read, path: string, calls: readonly Printing[]): readonly Edit[] {
	const log = importing(read, path, 'log', 'stdlog');
	const [first, ...others] = calls.map(call => placeOf(call, call.fn)) as [Place, ...Place[]];
	return [...log.edits, ...unimporting(read, first, ...others), ...calls.map(call => replace(placeOf(call, call.fn), `${log.name}.${call.name}`))];
}
