import type { Expr, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import type { Scope } from '../go/body';
import { denoted, exprAt } from '../go/resolve';
import { boundTo } from '../go/values';
import { pluginPackages } from './entry';

/** Whether an expression is a plugin set: what `plugin.NewSet()` gives, or a variable that holds that. */
export function isPluginSet(read: Read, scope: Scope, x: X): boolean {
	if (isNewSet(read, scope, x)) return true;
	const found = boundTo(read, scope, x);
	return found?.value !== undefined && isNewSet(read, found.scope, found.value);
}

function isNewSet(read: Read, scope: Scope, x: X): boolean {
	const call = exprAt(scope, x);
	const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
	return fn?.kind === 'package' && fn.name === 'NewSet' && fn.path !== undefined && pluginPackages.includes(fn.path);
}

/** Whether an expression calls the `Run` of a plugin set, which serves the plugin. */
export function runsSet(read: Read, scope: Scope, x: X): boolean {
	const call = exprAt(scope, x);
	const fn: Expr | undefined = call.op === 'call' ? exprAt(scope, call.fn) : undefined;
	return fn?.op === 'select' && /^Run(?:Command)?$/.test(fn.name) && isPluginSet(read, scope, fn.of);
}
