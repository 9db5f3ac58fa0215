import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { scopeOf } from './body';
import { exprAt } from './resolve';
import { ofBody } from './symbols';

/** Whether a place is that of a string literal in a Go body, so that a fix can write another one there. */
export function isLiteralAt(read: Read, { path, decl, node, from }: Place): boolean {
	const body = decl === undefined ? undefined : ofBody(decl);
	const scope = body === undefined ? undefined : scopeOf(read, path, body);
	if (scope === undefined || node === undefined || node < 0 || from !== undefined) return false;
	const expr = exprAt(scope, node);
	return expr.op === 'literal' && expr.kind === 'string';
}
