import { Token } from './token';
import { broken } from './tokens';
import { TypeReader } from './types';

/** Reads over what stands in the braces of structs and interfaces (Go specification, "Struct types", "Interface types"). */
export abstract class MemberReader extends TypeReader {
	protected skipFields(): void {
		this.#members(() => this.#field());
	}

	protected skipElements(): boolean {
		return this.#members(() => this.#element()) === 0;
	}

	/** The members in braces; gives how many there are. */
	#members(member: () => void): number {
		this.expect(Token.OpenBrace);
		let count = 0;
		for (; !this.at(Token.CloseBrace); count++) {
			member();
			if (!this.at(Token.CloseBrace)) this.expect(Token.Semicolon);
		}
		this.next();
		return count;
	}

	#field(): void {
		if (this.at(Token.Name)) {
			const { name } = this;
			const behind = this.next();
			if (behind === Token.Comma) this.#names();
			else if (behind === Token.OpenBracket) this.bracketsBehind(name);
			else if (behind === Token.Dot) this.named(name);
			else if (behind !== Token.Semicolon && behind !== Token.CloseBrace && behind !== Token.String) this.type();
		} else if (this.at(Token.Star)) this.type();
		else throw broken;
		if (this.at(Token.String)) this.next();
	}

	/** The other names of fields of one type, and that. */
	#names(): void {
		while (this.at(Token.Comma)) {
			this.next();
			this.expect(Token.Name);
		}
		this.type();
	}

	/** A method, or a union of types. */
	#element(): void {
		if (!this.at(Token.Name)) {
			this.union();
			return;
		}
		const { name } = this;
		if (this.next() === Token.OpenParen) this.skipSignature();
		else {
			this.named(name);
			if (!this.at(Token.Pipe)) return;
			this.next();
			this.union();
		}
	}

	/** What a type parameter may be, `~int | string`. */
	protected union(): void {
		for (;;) {
			if (this.at(Token.Tilde)) this.next();
			this.type();
			if (!this.at(Token.Pipe)) return;
			this.next();
		}
	}
}
