import type { Expr, X } from './body';
import { none } from './draft';
import { initial, SimpleReader } from './simple';
import { Token } from './token';

/** Reads declarations (Go specification, "Declarations and scope"). */
export abstract class DeclarationReader extends SimpleReader {
	/** Declarations within a function, of which the keyword is here. */
	protected declaration(): void {
		const { token } = this;
		if (this.next() !== Token.OpenParen) {
			this.#one(token);
			return;
		}
		this.next();
		while (!this.at(Token.CloseParen)) {
			const place = this.place();
			try {
				this.#one(token);
				if (!this.at(Token.CloseParen)) this.expect(Token.Semicolon);
			} catch (error) {
				this.recover(error, place);
				this.skip(place);
				if (!this.at(Token.Semicolon) || (this.next() !== Token.Name && !this.at(Token.CloseParen))) return;
			}
		}
		this.next();
	}

	#one(token: Token): void {
		if (token === Token.Type) this.#type();
		else this.values(token === Token.Var ? 'var' : 'const');
	}

	/** One specification, `a, b T = x, y`; at package level it declares no locals. */
	protected values(kind: 'var' | 'const'): void {
		const { start, draft } = this;
		const targets = [this.ref()];
		while (this.at(Token.Comma)) {
			this.next();
			targets.push(this.ref());
		}
		const type = this.startsType ? this.type() : undefined;
		let values: readonly X[] = none;
		if (this.at(Token.Assign)) {
			this.next();
			values = this.expressions();
		}
		const { block } = draft;
		const assigned = { kind: 'assign', operator: kind, targets, values, block } as const;
		const statement = draft.state(type === undefined ? assigned : { ...assigned, type }, start, this.behind);
		if (values.length === 0 && (kind === 'var') === (type === undefined)) this.blame(statement); // a constant without a value has that of the one above
		if (block === -1) return;
		const separate = values.length === targets.length;
		for (const [i, target] of targets.entries()) {
			const value = initial(values, targets.length, i);
			draft.declare(target, kind === 'var' ? 'variable' : 'constant', type, value, value === undefined || separate ? -1 : i);
		}
	}

	/** One specification of a type, which is data only by its name. */
	#type(): void {
		const { draft } = this;
		draft.declare(this.ref(), 'type');
		const parameters = this.at(Token.OpenBracket) && this.#opensParameters();
		if (parameters) {
			draft.open('block');
			this.typeParameters();
		}
		if (this.at(Token.Assign)) this.next();
		this.type();
		if (parameters) draft.close('falls');
	}

	/**
	 * Whether a bracket behind the name of a type opens parameters, and not the length of an array: it is read as an expression and looked at as
	 * go/parser does (parseTypeSpec), then gone back to.
	 */
	#opensParameters(): boolean {
		const { draft, depth } = this;
		const start = this.mark();
		const [exprs, blocks] = [draft.exprs.length, draft.blocks.length];
		let found = false;
		if (this.next() === Token.Name) {
			const name = this.mark();
			const behind = this.next();
			found = behind === Token.Name || behind === Token.Comma || behind === Token.OpenBracket || behind === Token.Tilde || behind >= Token.Case;
			if (behind === Token.Star || behind === Token.OpenParen) {
				this.back(name);
				const x = this.bracketed();
				found = this.at(Token.Comma) || this.#isConstrained(x);
			}
		}
		this.back(start);
		this.depth = depth;
		draft.takeBack(exprs, blocks);
		return found;
	}

	/** Whether an expression is a name and a constraint that cannot be a value, `P *[]int` or `P (interface{})` (go/parser extractName). */
	#isConstrained(x: X): boolean {
		const expr = this.draft.exprs[x] as Expr;
		if (expr.op === 'call') return expr.args.length === 1 && this.#isElement(expr.args[0] as X);
		if (expr.op !== 'binary') return false;
		return expr.operator === '*' ? this.#isElement(expr.of[1]) : expr.operator === '|' && (this.#isConstrained(expr.of[0]) || this.#isElement(expr.of[1]));
	}

	#isElement(x: X): boolean {
		const expr = this.draft.exprs[x] as Expr;
		if (expr.op === 'binary') return expr.of.some(part => this.#isElement(part));
		return expr.op === 'type' || (expr.op === 'unary' && expr.operator === '~');
	}
}
