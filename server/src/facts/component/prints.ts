import { type Edit, replace } from '../../text/edit';
import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { placeOf } from '../go/body';
import { scopeAt } from '../go/calls';
import { importing } from '../go/imports';
import { unimporting } from '../go/unimporting';
import { type ComponentCall, componentCalls } from './componentCode';

/** A call that prints to stdout. */
export interface Printing extends ComponentCall {
	/** Whether the call is a statement: nobody uses its results. */
	readonly alone: boolean;
}

/** The calls by which components print to stdout, by files. */
export const componentPrints: Fact<Readonly<Record<string, readonly Printing[]>>> = read => {
	const found: Record<string, Printing[]> = {};
	for (const call of componentCalls(read, ['fmt.Print', 'fmt.Printf', 'fmt.Println'])) {
		const alone = scopeAt(read, call).body.statements.some(statement => statement.kind === 'expression' && statement.of === call.x);
		found[call.path] ??= [];
		found[call.path]?.push({ ...call, alone });
	}
	return found;
};

/** The edits by which calls in a file print to the log instead. Reads offsets: for fixes only. */
export function toLog(read: Read, path: string, calls: readonly Printing[]): readonly Edit[] {
	const log = importing(read, path, 'log', 'stdlog');
	const [first, ...others] = calls.map(call => placeOf(call, call.fn)) as [Place, ...Place[]];
	return [...log.edits, ...unimporting(read, first, ...others), ...calls.map(call => replace(placeOf(call, call.fn), call.name.replace('fmt', log.name)))];
}
