import type { Ending, Statement } from './body';
import { ControlReader, joined } from './control';
import { none } from './draft';
import { noted, type Place } from './recovery';
import { Token } from './token';
import { broken } from './tokens';

/** Reads `switch` and `select` (Go specification, "Switch statements", "Select statements"). */
export abstract class SwitchReader extends ControlReader {
	/** Statements up to the end of a block or a case. */
	protected abstract list(inCase: boolean): Ending;

	protected switch(label: string | undefined): Ending {
		this.draft.open('header');
		this.inHead(Token.Switch);
		return this.#cases(label, false);
	}

	protected select(label: string | undefined): Ending {
		this.draft.open('header');
		this.next();
		return this.#cases(label, true);
	}

	protected switchHead(): undefined {
		if (this.at(Token.OpenBrace)) return;
		if (!this.at(Token.Semicolon)) this.#tag();
		if (!this.at(Token.Semicolon)) return;
		this.goOn(0);
		if (!this.at(Token.OpenBrace)) this.#tag();
	}

	/** What a switch compares, or a statement before it. */
	#tag(): void {
		const { start, draft } = this;
		const of = this.clause();
		if (of >= 0) {
			if (this.at(Token.Semicolon)) this.alone(of, start);
			else draft.state({ kind: 'switch', of, block: draft.block }, start, this.behind);
		} else if (!this.at(Token.Semicolon) && !this.#switchesType(draft.statements.at(-1))) this.blame(draft.statements.length - 1);
	}

	/** Whether a statement is `x := y.(type)`. */
	#switchesType(statement: Statement | undefined): boolean {
		if (statement?.kind !== 'assign' || statement.operator !== ':=' || statement.values.length > 1 || statement.targets.length > 1) return false;
		return this.isTypeSwitch(statement.values[0]);
	}

	/** The cases in braces; closes the header. One of those of a `select` runs, of a `switch` only if one is the default. */
	#cases(label: string | undefined, select: boolean): Ending {
		const { draft, breakable: outer } = this;
		const own = { label, outer, broken: false };
		this.breakable = own;
		this.expect(Token.OpenBrace);
		let ends: Ending = 'exits';
		let always = select;
		while (!this.at(Token.CloseBrace)) {
			if (this.at(Token.Default)) always = true;
			if (!this.#head(select)) continue;
			const { block } = draft;
			const end = this.list(true);
			draft.close(end);
			if (!this.#fallsThrough(block)) ends = joined(ends, end);
		}
		this.next();
		this.breakable = outer;
		if (!always || own.broken) ends = 'falls';
		draft.close(ends);
		return ends;
	}

	/** Opens the block of a case and reads up to behind its colon, also where that is broken; gives false where there is none. */
	#head(select: boolean): boolean {
		const { draft, token } = this;
		const place = this.place();
		try {
			if (token !== Token.Case && token !== Token.Default) throw broken;
			this.next();
			if (select) {
				draft.open('case', none);
				if (token === Token.Case) this.#communication();
			} else draft.open('case', token === Token.Case ? this.expressions() : none);
			this.expect(Token.Colon);
			return true;
		} catch (error) {
			this.recover(error, place);
			return this.#openBroken(token, place);
		}
	}

	#openBroken(token: Token, place: Place): boolean {
		const opens = token === Token.Case || token === Token.Default;
		this.skip(place, opens ? Token.Colon : Token.Semicolon);
		if (this.at(Token.End)) throw noted;
		if (opens) this.draft.open('case', none);
		if (!this.at(Token.CloseBrace)) this.next();
		return opens;
	}

	/** What a case of a select waits for. */
	#communication(): void {
		const { start } = this;
		const x = this.clause();
		if (x >= 0) this.alone(x, start);
	}

	/** Whether a case goes on with the next one. */
	#fallsThrough(block: number): boolean {
		const { blocks, statements } = this.draft;
		const last = statements.at(-1);
		return blocks[block]?.ends === 'jumps' && last?.kind === 'branch' && last.word === 'fallthrough';
	}
}
