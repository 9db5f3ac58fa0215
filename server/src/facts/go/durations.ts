import type { X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import type { Scope } from './body';
import { denoted, exprAt } from './resolve';
import { boundTo } from './values';

/** The seconds of a duration that is written with numbers, constants and the units of package time, `5 * time.Second`; undefined if it is not known without running the plugin. */
export function secondsOf(read: Read, scope: Scope, x: X): number | undefined {
	const nanoseconds = numberOf(read, scope, x, 0);
	return nanoseconds === undefined ? undefined : nanoseconds / 1e9;
}

const units: Readonly<Record<string, number>> = { Nanosecond: 1, Microsecond: 1e3, Millisecond: 1e6, Second: 1e9, Minute: 6e10, Hour: 3.6e12 };

function numberOf(read: Read, scope: Scope, x: X, depth: number): number | undefined {
	if (depth > 6) return undefined;
	const expr = exprAt(scope, x);
	if (expr.op === 'literal') return expr.kind === 'number' && /^[\d_.eE]+$/.test(expr.value) ? Number(expr.value.replaceAll('_', '')) : undefined;
	if (expr.op === 'binary') {
		const [left, right] = expr.of.map(of => numberOf(read, scope, of, depth + 1));
		if (left === undefined || right === undefined) return undefined;
		return expr.operator === '*' ? left * right : expr.operator === '+' ? left + right : undefined;
	}
	if (expr.op === 'call') {
		const [only, ...more] = expr.args;
		const fn = denoted(read, scope, expr.fn);
		const converts = fn?.kind === 'package' && fn.path === 'time' && fn.name === 'Duration';
		return converts && only !== undefined && more.length === 0 ? numberOf(read, scope, only, depth + 1) : undefined;
	}
	const found = denoted(read, scope, x);
	if (found?.kind === 'package' && found.path === 'time') return units[found.name];
	const bound = found && boundTo(read, scope, x);
	return bound?.value === undefined || bound.local?.addressed || bound.local?.ranges ? undefined : numberOf(read, bound.scope, bound.value, depth + 1);
}
