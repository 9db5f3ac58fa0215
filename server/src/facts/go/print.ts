import type { Body, Expr, X } from '../../syntax/go/body/body';
import type { TypeExpression } from '../../syntax/go/type';

/** An expression as gofmt would write it on one line, of closures only `func`: for messages, and to compare what is written in two places. */
export function print({ exprs }: Pick<Body, 'exprs'>, x: X): string {
	const list = (all: readonly X[]) => all.map(of).join(', ');
	const of = (x: X): string => {
		const expr = exprs[x] as Expr;
		switch (expr.op) {
			case 'ref':
				return expr.name;
			case 'select':
				return `${operand(expr.of)}.${expr.name}`;
			case 'call':
				return `${operand(expr.fn)}(${list(expr.args)}${expr.spread ? '...' : ''})`;
			case 'literal':
				return expr.kind === 'string' ? JSON.stringify(expr.value) : expr.value;
			case 'composite':
				return `${expr.type ? printType(expr.type) : ''}{${expr.entries.map(([key, value]) => (key === undefined ? of(value) : `${of(key)}: ${of(value)}`)).join(', ')}}`;
			case 'unary':
				return `${expr.operator}${operand(expr.of)}`;
			case 'binary':
				return `${operand(expr.of[0])} ${expr.operator} ${operand(expr.of[1])}`;
			case 'index':
				return `${operand(expr.of)}[${list(expr.at)}]`;
			case 'slice':
				return `${operand(expr.of)}[${expr.at.map(of).join(':')}]`;
			case 'assert':
				return `${operand(expr.of)}.(${expr.type ? printType(expr.type) : 'type'})`;
			case 'func':
				return 'func';
			case 'type':
				return printType(expr.type);
		}
	};
	/** In parentheses where the operators around it would bind otherwise. */
	const operand = (x: X) => {
		const expr = exprs[x] as Expr;
		return expr.op === 'binary' || expr.op === 'unary' ? `(${of(x)})` : of(x);
	};
	return of(x);
}

/** A type on one line. */
export function printType(type: TypeExpression): string {
	switch (type.kind) {
		case 'name':
			return `${type.qualifier === undefined ? '' : `${type.qualifier}.`}${type.name}${type.arguments ? `[${type.arguments.map(printType).join(', ')}]` : ''}`;
		case 'pointer':
			return `*${printType(type.element)}`;
		case 'slice':
			return `${type.variadic ? '...' : '[]'}${printType(type.element)}`;
		case 'array':
			return `[${type.length}]${printType(type.element)}`;
		case 'map':
			return `map[${printType(type.key)}]${printType(type.element)}`;
		default:
			return type.text;
	}
}

/** An expression written as names with dots between, `b.config`; undefined for any other. A pointer or an address is what it points to. */
export function dotted({ exprs }: Pick<Body, 'exprs'>, x: X): string | undefined {
	const expr = exprs[x] as Expr;
	if (expr.op === 'ref') return expr.name;
	if (expr.op === 'unary' && (expr.operator === '&' || expr.operator === '*')) return dotted({ exprs }, expr.of);
	const of = expr.op === 'select' ? dotted({ exprs }, expr.of) : undefined;
	return expr.op === 'select' && of !== undefined ? `${of}.${expr.name}` : undefined;
}
