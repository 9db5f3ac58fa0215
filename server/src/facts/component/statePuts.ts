import type { Expr } from '../../syntax/go/body/body';
import type { Fact } from '../core/database';
import { callsTo, type ExprAt, scopeAt } from '../go/calls';
import { exprAt, selected } from '../go/resolve';
import { stringOf } from '../go/values';

/** The calls of `Put` in the sources of the module. */
interface Puts {
	readonly byKey: Readonly<Record<string, readonly ExprAt[]>>;
	/** Whether one has a key that is not known without running the plugin. */
	readonly unknown: boolean;
}

/** What the code of the module puts into state bags, by keys; whatever else has a method `Put` is taken for one. */
export const statePuts: Fact<Puts> = read => {
	const byKey: Record<string, ExprAt[]> = Object.create(null);
	let unknown = false;
	for (const call of read(callsTo, selected('Put'))) {
		const scope = scopeAt(read, call);
		const { args } = exprAt(scope, call.x) as Expr & { readonly op: 'call' };
		if (args.length !== 2) continue;
		const key = stringOf(read, scope, args[0] as number)?.value;
		if (key === undefined) {
			unknown = true;
			continue;
		}
		byKey[key] ??= [];
		byKey[key]?.push(call);
	}
	return { byKey, unknown };
};
