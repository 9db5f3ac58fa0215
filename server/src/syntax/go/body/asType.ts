import type { TypeExpression } from '../type';
import type { Expr, X } from './body';
import type { Draft } from './draft';

/** The type that an expression names, for one that stands before the braces of a composite literal or in brackets behind a type; `text` is how it is written. */
export function asType(draft: Draft, x: X, text: string): TypeExpression {
	const expr = draft.exprs[x] as Expr;
	switch (expr.op) {
		case 'type':
			return expr.type;
		case 'ref':
			return expr.to === undefined ? { kind: 'name', name: expr.name } : { kind: 'name', name: expr.name, local: expr.to };
		case 'select': {
			const of = draft.exprs[expr.of];
			return of?.op === 'ref' ? { kind: 'name', qualifier: of.name, name: expr.name } : { kind: 'other', text };
		}
		case 'index': {
			const of = asType(draft, expr.of, text);
			return of.kind === 'name' ? { ...of, arguments: expr.at.map(argument => asType(draft, argument, text)) } : { kind: 'other', text };
		}
		case 'unary':
			return expr.operator === '*' ? { kind: 'pointer', element: asType(draft, expr.of, text) } : { kind: 'other', text };
		default:
			return { kind: 'other', text };
	}
}
