import { asType } from './asType';
import type { Expr, X } from './body';
import { none } from './draft';
import { OperandReader } from './operands';
import { precedence, spelling, Token } from './token';
import { broken } from './tokens';

/** Reads expressions (Go specification, "Expressions"). */
export abstract class ExpressionReader extends OperandReader {
	/** The expression that was in parentheses last. */
	protected parenthesized: X = -1;

	expression(): X {
		this.deeper();
		const x = this.#binary(1);
		this.depth--;
		return x;
	}

	/** Expressions with commas between. */
	protected expressions(): X[] {
		const found = [this.expression()];
		while (this.token === Token.Comma) {
			this.next();
			found.push(this.expression());
		}
		return found;
	}

	#binary(lowest: number): X {
		const { start } = this;
		let left = this.#unary();
		for (;;) {
			const operator = this.token;
			const strength = precedence[operator] as number;
			if (strength < lowest) return left;
			this.next();
			const right = this.#binary(strength + 1);
			left = this.draft.add({ op: 'binary', operator: spelling[operator] as string, of: [left, right] }, start, this.behind);
		}
	}

	#unary(): X {
		const { token } = this;
		switch (token) {
			case Token.Plus:
			case Token.Minus:
			case Token.Not:
			case Token.Caret:
			case Token.Ampersand:
			case Token.Star:
			case Token.Arrow:
			case Token.Tilde:
				return this.#operated(token);
			default:
				return this.#primary();
		}
	}

	#operated(token: Token): X {
		const { start, draft } = this;
		this.deeper();
		this.next();
		const of = this.#unary();
		this.depth--;
		if (token === Token.Ampersand) {
			const local = draft.localOf(of);
			if (local) local.addressed = true;
		} else if (token === Token.Arrow && this.#isChannel(of)) {
			// <-chan T is a type, <-chan T(x) receives from a conversion (go/parser parseUnaryExpr).
			return draft.replace({ op: 'type', type: { kind: 'channel', text: this.text.slice(start, this.behind) } }, start, this.behind);
		}
		return draft.add({ op: 'unary', operator: spelling[token] as string, of }, start, this.behind);
	}

	#isChannel(x: X): boolean {
		const expr = this.draft.exprs[x];
		return x !== this.parenthesized && expr?.op === 'type' && expr.type.kind === 'channel';
	}

	#primary(): X {
		const { start } = this;
		let x = this.operand();
		for (;;) {
			switch (this.token) {
				case Token.Dot:
					x = this.#selection(x, start);
					break;
				case Token.OpenParen:
					x = this.#call(x, start);
					break;
				case Token.OpenBracket:
					x = this.#indexed(x, start);
					break;
				case Token.OpenBrace:
					if (!this.#opensLiteral(x)) return x;
					x = this.literal(asType(this.draft, x, this.text.slice(start, this.behind)), start);
					break;
				default:
					return x;
			}
		}
	}

	protected override parentheses(): X {
		this.next();
		const x = this.bracketed();
		this.expect(Token.CloseParen);
		this.parenthesized = x;
		return x;
	}

	#selection(of: X, start: number): X {
		const { draft } = this;
		if (this.next() === Token.Name) {
			const { name } = this;
			this.next();
			return draft.add({ op: 'select', of, name }, start, this.behind);
		}
		this.expect(Token.OpenParen);
		const type = this.at(Token.Type) ? undefined : this.type();
		if (type === undefined) this.next();
		this.expect(Token.CloseParen);
		const { block } = draft;
		return draft.add(type === undefined ? { op: 'assert', of, block } : { op: 'assert', of, type, block }, start, this.behind);
	}

	#call(fn: X, start: number): X {
		const { draft, head } = this;
		const { block } = draft;
		this.head = false;
		let args: X[] | typeof none = none;
		let spread = false;
		if (this.next() !== Token.CloseParen) {
			const given: X[] = [];
			args = given;
			do {
				given.push(this.expression());
				if (this.token === Token.Ellipsis) {
					spread = true;
					this.next();
				}
				if (this.token !== Token.Comma) break;
				this.next();
			} while (!this.at(Token.CloseParen) && !spread);
		}
		this.head = head;
		this.expect(Token.CloseParen);
		const x = draft.add({ op: 'call', fn, args, spread, block }, start, this.behind);
		draft.calls.push(x);
		return x;
	}

	/** `a[i]`, `F[int, string]`, `a[i:j:k]`. */
	#indexed(of: X, start: number): X {
		const { draft, head } = this;
		this.head = false;
		this.next();
		const at: X[] = [];
		let colons = 0;
		if (!this.at(Token.Colon)) at.push(this.expression());
		while (this.at(Token.Colon)) {
			if (++colons > 2) throw broken;
			if (this.next() !== Token.CloseBracket && !this.at(Token.Colon)) at.push(this.expression());
			else if (colons === 2 || this.at(Token.Colon)) throw broken; // of three only the first may be missing
		}
		while (colons === 0 && this.at(Token.Comma)) if (this.next() !== Token.CloseBracket) at.push(this.expression());
		this.head = head;
		this.expect(Token.CloseBracket);
		const expr: Expr = colons === 0 ? { op: 'index', of, at } : { op: 'slice', of, at };
		return draft.add(expr, start, this.behind);
	}

	/** Whether a brace behind an expression opens a literal of the type that it names (go/parser parsePrimaryExpr). */
	#opensLiteral(x: X): boolean {
		if (x === this.parenthesized) return false;
		let expr = this.draft.exprs[x] as Expr;
		if (expr.op === 'type') return expr.type.kind === 'slice' || expr.type.kind === 'array' || expr.type.kind === 'map' || expr.type.kind === 'struct';
		if (this.head) return false;
		if (expr.op === 'index') expr = this.draft.exprs[expr.of] as Expr;
		return expr.op === 'ref' || expr.op === 'select';
	}
}
