import type { X } from '../../syntax/go/body/body';
import { type Edit, replace } from '../../text/edit';
import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { placeOf, type Scope, statementPlace } from '../go/body';
import { importing } from '../go/imports';
import { denoted, denotedType, exprAt } from '../go/resolve';
import { typeExpressionOf } from '../go/typeOf';
import { locate } from '../places/locate';
import { callsOf, functionAt, type TestFunction } from './checkFunction';

/** A call in the function of a `Check` that ends the test where it stands. */
export interface EndingCall {
	readonly place: Place;
	/** `t.Fatalf`, as written. */
	readonly name: string;
	/** The call, where it is in the function itself: not in one that it calls. */
	readonly own?: X;
}

/** The calls that end the test in the function of a `Check`, or in a function of the package that it calls. */
export function endingCalls(read: Read, check: TestFunction): readonly EndingCall[] {
	const { scope } = check;
	return callsOf(check).flatMap(([x, { fn }]): EndingCall[] => {
		const name = endsTest(read, scope, fn);
		if (name !== undefined) return [{ place: placeOf(scope, x), name, own: x }];
		const called = exprAt(scope, fn).op === 'ref' ? functionAt(read, scope, fn) : undefined;
		if (called === undefined || called.scope.decl === scope.decl) return [];
		const ends = callsOf(called).flatMap(([, call]) => endsTest(read, called.scope, call.fn) ?? [])[0];
		return ends === undefined ? [] : [{ place: placeOf(scope, x), name: ends }];
	});
}

/** `t.Fatalf`, where that is a method of `testing.T` which ends the test, or a function of testify's `require`; undefined for any other function. */
function endsTest(read: Read, scope: Scope, fn: X): string | undefined {
	const expr = exprAt(scope, fn);
	const on = expr.op === 'select' ? exprAt(scope, expr.of) : undefined;
	if (expr.op !== 'select' || on?.op !== 'ref') return undefined;
	const found = denoted(read, scope, fn);
	if (found?.kind === 'package') return found.path === 'github.com/stretchr/testify/require' && expr.name !== 'New' ? `${on.name}.${expr.name}` : undefined;
	if (!/^(?:Fatalf?|FailNow)$/.test(expr.name)) return undefined;
	const type = typeExpressionOf(read, scope, expr.of);
	const inner = type?.type.kind === 'pointer' ? type.type.element : undefined;
	const named = type !== undefined && inner?.kind === 'name' ? denotedType(read, type.path, inner) : undefined;
	return named?.kind === 'package' && named.path === 'testing' && named.name === 'T' ? `${on.name}.${expr.name}` : undefined;
}

/** Whether a call that ends the test is `t.Fatalf` with a format, or `t.Fatal` with one text, and the last thing in its block: then a `return` says the same. */
export function isReturnable(scope: Scope, { own, name }: EndingCall): boolean {
	const index = scope.body.statements.findIndex(one => one.kind === 'expression' && one.of === own);
	const statement = scope.body.statements[index];
	const call = own === undefined ? undefined : exprAt(scope, own);
	if (statement === undefined || call?.op !== 'call' || call.spread || scope.body.blocks[statement.block]?.to !== index + 1) return false;
	const [first, ...more] = call.args.map(arg => exprAt(scope, arg));
	const isText = first?.op === 'literal' && first.kind === 'string';
	return isText && (name.endsWith('.Fatalf') || (name.endsWith('.Fatal') && more.length === 0));
}

/** The edits that return an error where a call ends the test. Reads offsets: for fixes only. */
export function returning(read: Read, scope: Scope, calls: readonly EndingCall[]): readonly Edit[] {
	const formats = calls.some(({ name }) => name.endsWith('.Fatalf'));
	const texts = calls.some(({ name }) => name.endsWith('.Fatal'));
	const fmt = formats ? importing(read, scope.path, 'fmt', 'gofmt') : undefined;
	const errors = texts ? importing(read, scope.path, 'errors', 'goerrors') : undefined;
	const source = read(text, scope.path) ?? '';
	const each = calls.flatMap(({ own, name, place }) => {
		const index = scope.body.statements.findIndex(one => one.kind === 'expression' && one.of === own);
		const span = locate(read, place);
		const made = name.endsWith('.Fatalf') ? `${fmt?.name}.Errorf` : `${errors?.name}.New`;
		const call = exprAt(scope, own as X);
		const fn = call.op === 'call' ? locate(read, placeOf(scope, call.fn)) : span;
		return [replace(statementPlace(scope, index), `return ${made}${source.slice(fn.end, span.end)}`)];
	});
	return [...(errors?.edits ?? []), ...(fmt?.edits ?? []), ...each];
}
