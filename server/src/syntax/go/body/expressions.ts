import { Broken } from '../outline/lexer';
import type { TypeExpression } from '../type';
import { unquote } from '../unquote';
import type { Expr, X } from './body';
import { asType } from './draft';
import { type Parameter, TypeReader } from './types';

/** How strongly binary operators bind (Go specification, "Operator precedence"). */
const precedence: Readonly<Record<string, number>> = {
	'||': 1,
	'&&': 2,
	...Object.fromEntries(['==', '!=', '<', '<=', '>', '>='].map(operator => [operator, 3])),
	...Object.fromEntries(['+', '-', '|', '^'].map(operator => [operator, 4])),
	...Object.fromEntries(['*', '/', '%', '<<', '>>', '&', '&^'].map(operator => [operator, 5])),
};
const binding = new Map(Object.entries(precedence));
const unary = new Set(['+', '-', '!', '^', '&', '*', '<-', '~']);

/** Reads expressions (Go specification, "Expressions"). */
export abstract class ExpressionReader extends TypeReader {
	/** The expression that was in parentheses last: it is no type before the braces of a literal. */
	#parenthesized: X = -1;

	/** Reads the body of a closure, from its brace on. */
	protected abstract closure(start: number, parameters: readonly Parameter[], results: readonly Parameter[]): X;

	/** An expression, or a type in the place of one. */
	expression(): X {
		return this.nested(() => this.#binary(1));
	}

	/** Expressions with commas between. */
	protected expressions(): X[] {
		const found = [this.expression()];
		while (this.at(',')) {
			this.next();
			found.push(this.expression());
		}
		return found;
	}

	#binary(lowest: number): X {
		let left = this.#unary();
		for (;;) {
			const operator = this.token;
			const strength = binding.get(operator) ?? 0;
			if (strength < lowest) return left;
			this.next();
			const right = this.#binary(strength + 1);
			left = this.#add({ op: 'binary', operator, of: [left, right] }, this.draft.startOf(left));
		}
	}

	#add(expr: Expr, start: number): X {
		return this.draft.add(expr, start, this.behind);
	}

	#unary(): X {
		const { token: operator, start } = this;
		if (!unary.has(operator)) return this.#primary();
		this.next();
		if (operator === '<-' && this.at('chan')) {
			this.next();
			this.type();
			return this.#add({ op: 'type', type: { kind: 'channel', text: this.text.slice(start, this.behind) } }, start);
		}
		const of = this.nested(() => this.#unary());
		const expr = this.draft.exprs[of];
		const local = operator === '&' && expr?.op === 'ref' && expr.to !== undefined ? this.draft.locals[expr.to] : undefined;
		if (local) local.addressed = true;
		return this.#add({ op: 'unary', operator, of }, start);
	}

	#primary(): X {
		const { start } = this;
		let x = this.#operand();
		for (;;) {
			switch (this.token) {
				case '.':
					x = this.#selection(x, start);
					break;
				case '[':
					x = this.#indexed(x, start);
					break;
				case '(': {
					this.next();
					let spread = false;
					const args: X[] = [];
					this.within(() => {
						while (!this.at(')')) {
							args.push(this.expression());
							if (this.at('...')) {
								spread = true;
								this.next();
							}
							if (!this.at(')')) this.expect(',');
						}
					});
					this.next();
					x = this.#add({ op: 'call', fn: x, args, spread, block: this.draft.block }, start);
					this.draft.calls.push(x);
					break;
				}
				case '{':
					if (!this.#opensLiteral(x)) return x;
					x = this.#literal(asType(this.draft, x, this.text.slice(start, this.behind)), start);
					break;
				default:
					return x;
			}
		}
	}

	#selection(x: X, start: number): X {
		this.next();
		if (this.at('name')) {
			const { name } = this;
			this.next();
			return this.#add({ op: 'select', of: x, name }, start);
		}
		this.expect('(');
		const type = this.at('type') ? undefined : this.within(() => this.type());
		if (type === undefined) this.next();
		this.expect(')');
		return this.#add({ op: 'assert', of: x, ...(type === undefined ? {} : { type }), block: this.draft.block }, start);
	}

	#indexed(x: X, start: number): X {
		this.next();
		const at: X[] = [];
		let sliced = false;
		this.within(() => {
			while (!this.at(']')) {
				if (this.at(':')) {
					sliced = true;
					this.next();
					continue;
				}
				at.push(this.expression());
				if (this.at(',')) this.next();
				else if (!this.at(':') && !this.at(']')) throw new Broken();
			}
		});
		if (at.length === 0 && !sliced) throw new Broken();
		this.next();
		return this.#add({ op: sliced ? 'slice' : 'index', of: x, at }, start);
	}

	/** Whether a brace behind an expression opens a literal of the type that it names (go/parser isLiteralType). */
	#opensLiteral(x: X): boolean {
		if (x === this.#parenthesized) return false;
		let expr = this.draft.exprs[x] as Expr;
		if (expr.op === 'type') return expr.type.kind === 'slice' || expr.type.kind === 'array' || expr.type.kind === 'map' || expr.type.kind === 'struct';
		if (this.level < 0) return false;
		if (expr.op === 'index') expr = this.draft.exprs[expr.of] as Expr;
		return expr.op === 'ref' || (expr.op === 'select' && this.draft.exprs[expr.of]?.op === 'ref');
	}

	/** The braces of a composite literal; without a type where that is implied. */
	#literal(type: TypeExpression | undefined, start: number): X {
		this.expect('{');
		const entries: Array<readonly [X | undefined, X]> = [];
		this.within(() => {
			while (!this.at('}')) {
				const first = this.#element();
				if (this.at(':')) {
					this.next();
					entries.push([first, this.#element()]);
				} else entries.push([undefined, first]);
				if (!this.at('}')) this.expect(',');
			}
		});
		this.next();
		return this.#add({ op: 'composite', ...(type === undefined ? {} : { type }), entries, block: this.draft.block }, start);
	}

	#element(): X {
		return this.at('{') ? this.nested(() => this.#literal(undefined, this.start)) : this.expression();
	}

	#operand(): X {
		const { token, start } = this;
		switch (token) {
			case 'name':
				return this.ref();
			case 'string': {
				const value = unquote(this.value);
				this.next();
				return this.#add({ op: 'literal', kind: 'string', value }, start);
			}
			case 'number':
			case 'rune': {
				const { value } = this;
				this.next();
				return this.#add({ op: 'literal', kind: token, value }, start);
			}
			case '(': {
				this.next();
				const x = this.within(() => this.expression());
				this.expect(')');
				this.#parenthesized = x;
				return x;
			}
			case 'func':
				return this.#function(start);
			default:
				if (!this.startsType) throw new Broken();
				return this.#add({ op: 'type', type: this.type() }, start);
		}
	}

	/** A function type, or a closure. */
	#function(start: number): X {
		this.next();
		const { parameters, results } = this.signature();
		return this.at('{') ? this.closure(start, parameters, results) : this.#add({ op: 'type', type: { kind: 'function', text: 'func' } }, start);
	}
}
