import type { Local, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { functionOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { partsIn } from '../go/parts';
import { denoted, exprAt } from '../go/resolve';
import { boundTo, stringOf } from '../go/values';

/** Where a function was made with arguments: the call, in its scope. */
export interface MadeBy {
	readonly scope: Scope;
	readonly args: readonly X[];
}

/**
 * The texts that a pattern may be, as far as they say what is looked for: of a format without what is filled in, of a field of a table all texts of the table.
 * Undefined where a part of it is not known.
 */
export function textsOf(read: Read, scope: Scope, x: X, made?: MadeBy, depth = 0): readonly string[] | undefined {
	if (depth > 6) return undefined;
	const said = stringOf(read, scope, x);
	if (said !== undefined) return [said.value];
	const expr = exprAt(scope, x);
	const of = (part: X) => textsOf(read, scope, part, made, depth + 1);
	switch (expr.op) {
		case 'literal':
			return [expr.value];
		case 'binary':
			return all(expr.of.map(of));
		case 'composite':
			return all(expr.entries.map(([, value]) => of(value)));
		case 'call':
			return textsOfCall(read, scope, x, of);
		case 'select':
			return tableOf(scope, expr.of, of);
		case 'ref':
			return expr.to === undefined
				? textsOfGlobal(read, scope, x, depth)
				: textsOfLocal(scope, expr.to, of, made && (arg => textsOf(read, made.scope, arg, undefined, depth + 1)), made);
		default:
			return undefined;
	}
}

/** The texts of a package variable, as of a regular expression. */
function textsOfGlobal(read: Read, scope: Scope, x: X, depth: number): readonly string[] | undefined {
	const bound = boundTo(read, scope, x);
	return bound?.value === undefined ? undefined : textsOf(read, bound.scope, bound.value, undefined, depth + 1);
}

type Of = (x: X) => readonly string[] | undefined;

function textsOfCall(read: Read, scope: Scope, x: X, of: Of): readonly string[] | undefined {
	const call = exprAt(scope, x);
	const [first] = call.op === 'call' ? call.args : [];
	if (call.op !== 'call' || first === undefined) return undefined;
	const callee = exprAt(scope, call.fn);
	if (callee.op === 'type') return of(first); // []byte("…")
	const found = denoted(read, scope, call.fn);
	const name = found?.kind === 'package' ? `${found.path ?? ''}.${found.name}` : '';
	return /^(?:\.string|fmt\.Sprintf|regexp\.(?:QuoteMeta|MustCompile|Compile)|strings\.(?:TrimSpace|ToLower|ToUpper))$/.test(name) ? of(first) : undefined;
}

/** The texts of a table that a loop runs over, where a field of its entries is selected. */
function tableOf(scope: Scope, x: X, of: Of): readonly string[] | undefined {
	const entry = exprAt(scope, x);
	const { init, ranges } = (entry.op === 'ref' && entry.to !== undefined ? scope.body.locals[entry.to] : undefined) ?? {};
	const over = init === undefined ? undefined : exprAt(scope, init);
	const held = over?.op === 'ref' && over.to !== undefined ? (scope.body.locals[over.to] as Local).init : init;
	const table = held === undefined ? undefined : exprAt(scope, held);
	if (held === undefined || table?.op !== 'composite' || (ranges !== true && entry.op === 'ref')) return undefined;
	return all([...partsIn(scope.body, held)].flatMap(part => (exprAt(scope, part).op === 'literal' ? [of(part)] : [])));
}

function textsOfLocal(scope: Scope, index: number, of: Of, argument: Of | undefined, made: MadeBy | undefined): readonly string[] | undefined {
	const { body } = scope;
	const local = body.locals[index] as Local;
	if (local.kind === 'parameter') {
		const nth = body.locals.filter(({ kind, block }) => kind === 'parameter' && functionOf(body, block) === 0).indexOf(local);
		const arg = local.block === 0 && argument !== undefined ? made?.args[nth] : undefined;
		return arg === undefined || local.writes.length > 0 || made?.args.length === 0 ? undefined : argument?.(arg);
	}
	if (local.init === undefined || local.addressed) return undefined;
	return all([local.init, ...local.writes].map(of));
}

const all = (parts: ReadonlyArray<readonly string[] | undefined>): readonly string[] | undefined =>
	parts.includes(undefined) ? undefined : parts.flatMap(part => part ?? []);
