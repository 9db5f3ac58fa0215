import type { Body, Expr, X } from '../../syntax/go/body/body';

/** An expression and all that it is made of; of a closure, not what it does. */
export function partsIn({ exprs }: Pick<Body, 'exprs'>, x: X): ReadonlySet<X> {
	const found = new Set([x]);
	for (const part of found) for (const inner of partsOfExpr(exprs[part] as Expr)) found.add(inner); // a set is gone through with what is added on the way
	return found;
}

/** What an expression is directly made of. */
export function partsOfExpr(expr: Expr): readonly X[] {
	switch (expr.op) {
		case 'select':
		case 'unary':
		case 'assert':
			return [expr.of];
		case 'call':
			return [expr.fn, ...expr.args];
		case 'composite':
			return expr.entries.flatMap(([key, value]) => (key === undefined ? [value] : [key, value]));
		case 'binary':
			return expr.of;
		case 'index':
		case 'slice':
			return [expr.of, ...expr.at];
		default:
			return [];
	}
}
