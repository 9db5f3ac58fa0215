import type { Block, Ending, X } from './body';
import { DeclarationReader } from './declarations';
import { none } from './draft';
import { noted } from './recovery';
import { ranged, stated } from './simple';
import { Token } from './token';
import { broken } from './tokens';

/** How alternatives end together. */
export function joined(one: Ending, other: Ending): Ending {
	if (one === 'falls' || other === 'falls') return 'falls';
	if (one === 'jumps' || other === 'jumps') return 'jumps';
	return one === 'returns' || other === 'returns' ? 'returns' : 'exits';
}

/** Reads `if` and `for` (Go specification, "If statements", "For statements"). */
export abstract class ControlReader extends DeclarationReader {
	/** A block in braces, of which the scope is open; goes behind it. */
	protected abstract body(): Ending;

	protected block(by: Block['by'], conditions?: readonly X[]): Ending {
		this.draft.open(by, conditions);
		const ends = this.body();
		this.draft.close(ends);
		return ends;
	}

	/** An `if` with all that follow an `else`: in a loop, as there may be thousands. */
	protected if(): Ending {
		const { draft } = this;
		const ends: Ending[] = [];
		let last: Ending = 'falls';
		for (;;) {
			draft.open('header');
			ends.push(this.block('if', this.inHead(Token.If)));
			if (this.token !== Token.Else) break;
			if (this.next() !== Token.If) {
				last = this.block('else');
				break;
			}
			draft.open('else');
		}
		for (let i = ends.length - 1; i >= 0; i--) {
			last = joined(last, ends[i] as Ending);
			draft.close(last);
			if (i > 0) draft.close(last);
		}
		return last;
	}

	/** A loop. */
	protected for(label: string | undefined): Ending {
		const { draft } = this;
		draft.open('header');
		const conditions = this.inHead(Token.For);
		const { breakable: outer } = this;
		const own = { label, outer, broken: false };
		this.breakable = own;
		this.block('loop', conditions ?? none);
		this.breakable = outer;
		const ends = conditions === undefined && !own.broken ? 'exits' : 'falls';
		draft.close(ends);
		return ends;
	}

	/** A head from its keyword on, up to the brace of its block, also where it is broken; gives what is asked. */
	protected inHead(keyword: Token): readonly X[] | undefined {
		const place = this.place();
		this.next();
		this.head = true;
		try {
			const conditions = keyword === Token.If ? this.#ifHead() : keyword === Token.For ? this.#forHead() : this.switchHead();
			this.head = false;
			if (!this.at(Token.OpenBrace)) throw broken;
			return conditions;
		} catch (error) {
			this.recover(error, place);
			this.skip(place, Token.OpenBrace);
			if (!this.at(Token.OpenBrace)) throw noted;
			this.head = false;
			return none;
		}
	}

	#ifHead(): readonly X[] {
		const { start } = this;
		if (!this.at(Token.Semicolon)) {
			const x = this.clause();
			if (!this.at(Token.Semicolon)) {
				if (x < 0) throw broken;
				return [x];
			}
			if (x >= 0) this.alone(x, start);
		}
		this.goOn(0);
		return [this.expression()];
	}

	/** Undefined where the loop asks for nothing and never ends. */
	#forHead(): readonly X[] | undefined {
		const { start } = this;
		if (this.at(Token.OpenBrace)) return undefined;
		if (!this.at(Token.Semicolon)) {
			const x = this.clause(true);
			if (x === ranged) return none;
			if (!this.at(Token.Semicolon)) {
				if (x < 0) throw broken;
				return [x];
			}
			if (x >= 0) this.alone(x, start);
		}
		this.goOn(1);
		if (this.at(Token.OpenBrace)) throw broken;
		const conditions = this.at(Token.Semicolon) ? undefined : [this.expression()];
		this.expect(Token.Semicolon);
		if (!this.at(Token.OpenBrace)) this.#post();
		return conditions;
	}

	#post(): void {
		const { start } = this;
		const x = this.clause();
		if (x !== stated) this.alone(x, start);
	}

	/** What a switch asks for. */
	protected abstract switchHead(): readonly X[] | undefined;

	/**
	 * Goes over a semicolon in a head, which has so many at most from here on. One that is a line end is nearly always that of a statement of which
	 * the block is not written yet: then what is on the lines below is not part of it.
	 */
	protected goOn(most: number): void {
		if (this.text.charCodeAt(this.start) === 10) {
			const here = this.mark();
			let semicolons = 0;
			while (semicolons <= most && !this.at(Token.OpenBrace) && !this.at(Token.CloseBrace) && !this.at(Token.End))
				if (this.next() === Token.Semicolon) semicolons++;
			const goesOn = this.at(Token.OpenBrace);
			this.back(here);
			if (!goesOn) throw broken;
		}
		this.next();
	}
}
