import type { Block, Ending, Expr, X } from './body';
import { none } from './draft';
import type { Signature } from './parameters';
import { SwitchReader } from './switches';
import { Token } from './token';
import { broken } from './tokens';

/** Reads statements (Go specification, "Statements"). A broken one is skipped. */
export class StatementReader extends SwitchReader {
	protected body(): Ending {
		this.expect(Token.OpenBrace);
		const ends = this.list(false);
		this.expect(Token.CloseBrace);
		return ends;
	}

	protected closure(start: number, { parameters, results }: Signature): X {
		const { draft, head, breakable } = this;
		this.head = false;
		this.breakable = undefined;
		const block = draft.open('closure');
		this.declareParameters(parameters, 'parameter');
		this.declareParameters(results, 'result');
		draft.close(this.body());
		this.head = head;
		this.breakable = breakable;
		return draft.add({ op: 'func', block }, start, this.behind);
	}

	protected list(inCase: boolean): Ending {
		let ends: Ending = 'falls';
		for (;;) {
			const { token } = this;
			if (token === Token.Semicolon) this.next();
			else if (token === Token.CloseBrace || token === Token.End || (inCase && (token === Token.Case || token === Token.Default))) return ends;
			else ends = this.#listed();
		}
	}

	/** A statement of a list, up to what ends it. */
	#listed(): Ending {
		const { token } = this;
		const place = this.place();
		try {
			const ends = this.#statement(undefined);
			if (this.token !== Token.Semicolon && this.token !== Token.CloseBrace) throw broken;
			return ends;
		} catch (error) {
			this.recover(error, place);
			this.skip(place);
			return token === Token.Return ? 'returns' : 'falls';
		}
	}

	#statement(label: string | undefined): Ending {
		this.deeper();
		const ends = this.#any(label);
		this.depth--;
		return ends;
	}

	#any(label: string | undefined): Ending {
		const { token } = this;
		switch (token) {
			case Token.If:
				return this.if();
			case Token.Return:
				return this.#return();
			case Token.For:
				return this.for(label);
			case Token.Switch:
				return this.switch(label);
			case Token.Select:
				return this.select(label);
			case Token.OpenBrace:
				return this.block('block');
			case Token.Go:
			case Token.Defer:
				return this.#called(token === Token.Go ? 'go' : 'defer');
			case Token.Break:
			case Token.Continue:
			case Token.Goto:
			case Token.Fallthrough:
				return this.#branch(token);
			case Token.Var:
			case Token.Const:
			case Token.Type:
				this.declaration();
				return 'falls';
			default:
				return this.#simple();
		}
	}

	#return(): Ending {
		const { start, draft } = this;
		this.next();
		const values = this.token === Token.Semicolon || this.token === Token.CloseBrace ? none : this.expressions();
		draft.state({ kind: 'return', values, block: draft.block }, start, this.behind);
		return 'returns';
	}

	#branch(token: Token): Ending {
		const { start, draft, value: word } = this;
		const label = this.next() === Token.Name && token !== Token.Fallthrough ? this.name : undefined;
		if (label !== undefined) this.next();
		const { block } = draft;
		draft.state(label === undefined ? { kind: 'branch', word, block } : { kind: 'branch', word, label, block }, start, this.behind);
		if (token === Token.Break) {
			let left = this.breakable;
			while (left !== undefined && label !== undefined && left.label !== label) left = left.outer;
			if (left !== undefined) left.broken = true;
		}
		return 'jumps';
	}

	#called(kind: 'go' | 'defer'): Ending {
		const { start, draft } = this;
		this.next();
		const of = this.expression();
		const call = draft.exprs[of] as Expr;
		const fn = call.op === 'call' ? draft.exprs[call.fn] : undefined;
		if (fn?.op === 'func') (draft.blocks[fn.block] as { by: Block['by'] }).by = kind;
		const statement = draft.state({ kind, of, block: draft.block }, start, this.behind);
		if (call.op !== 'call' || of === this.parenthesized) this.blame(statement);
		return 'falls';
	}

	/** A simple statement, or one with a label. */
	#simple(): Ending {
		const { start, draft } = this;
		const x = this.clause();
		if (x < 0) return 'falls';
		const expr = draft.exprs[x] as Expr;
		if (this.token !== Token.Colon || expr.op !== 'ref' || x === this.parenthesized) return this.alone(x, start);
		draft.takeBack(x); // a label is not an expression
		this.next();
		return this.at(Token.CloseBrace) || this.at(Token.Semicolon) ? 'falls' : this.#statement(expr.name);
	}
}
