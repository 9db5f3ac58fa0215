import type { TypeExpression } from '../type';
import { unquote } from '../unquote';
import type { Expr, X } from './body';
import { none } from './draft';
import { ParameterReader, type Signature } from './parameters';
import { Token } from './token';
import { broken } from './tokens';

/** Reads operands (Go specification, "Operands"): names, literals, closures, and types where values can stand. */
export abstract class OperandReader extends ParameterReader {
	/** Reads an expression in parentheses. */
	protected abstract parentheses(): X;
	/** Reads the body of a closure, from its brace on. */
	protected abstract closure(start: number, signature: Signature): X;

	protected operand(): X {
		const { token, start, end } = this;
		switch (token) {
			case Token.Name:
				return this.ref();
			case Token.String: {
				const value = unquote(this.value);
				this.next();
				return this.draft.add({ op: 'literal', kind: 'string', value }, start, end);
			}
			case Token.Number:
			case Token.Rune: {
				const { value } = this;
				this.next();
				return this.draft.add({ op: 'literal', kind: token === Token.Rune ? 'rune' : 'number', value }, start, end);
			}
			case Token.OpenParen:
				return this.parentheses();
			case Token.Func:
				return this.#function(start);
			default:
				if (!this.startsLiteralType) throw broken;
				return this.#type(this.type(), start);
		}
	}

	#type(type: TypeExpression, start: number): X {
		return this.draft.add({ op: 'type', type }, start, this.behind);
	}

	/** A function type, or a closure. */
	#function(start: number): X {
		this.next();
		const signature = this.signature();
		return this.token === Token.OpenBrace ? this.closure(start, signature) : this.#type({ kind: 'function', text: 'func' }, start);
	}

	/** The braces of a composite literal; without a type where that is implied. */
	protected literal(type: TypeExpression | undefined, start: number): X {
		const { draft, head } = this;
		const { block } = draft;
		this.head = false;
		let entries: Array<readonly [X | undefined, X]> | typeof none = none;
		if (this.next() !== Token.CloseBrace) entries = this.#entries();
		this.head = head;
		this.expect(Token.CloseBrace);
		const expr: Expr = type === undefined ? { op: 'composite', entries, block } : { op: 'composite', type, entries, block };
		return draft.add(expr, start, this.behind);
	}

	#entries(): Array<readonly [X | undefined, X]> {
		const found: Array<readonly [X | undefined, X]> = [];
		do {
			const first = this.#element();
			if (this.token === Token.Colon) {
				this.next();
				found.push([first, this.#element()]);
			} else found.push([undefined, first]);
			if (this.token !== Token.Comma) break;
		} while (this.next() !== Token.CloseBrace);
		return found;
	}

	#element(): X {
		if (this.token !== Token.OpenBrace) return this.expression();
		this.deeper();
		const x = this.literal(undefined, this.start);
		this.depth--;
		return x;
	}
}
