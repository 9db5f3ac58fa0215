import { Lexer } from './lexer';

/** The tokens of a Go file one by one, with the comments before them as go/parser groups them (`next`, `consumeCommentGroup`). */
export class Scanner extends Lexer {
	/** The comments that document what starts with the current token: the group that ends on the line above. */
	lead: readonly string[] | undefined;

	/** Goes to the next token; `lead` is what documents it. */
	next(): void {
		const previous = this.start;
		this.lead = undefined;
		this.advance();
		if (this.token !== 'comment') return;
		if (!this.breaks(previous, this.start)) this.#group(0);
		let group: readonly string[] | undefined;
		let end = -1;
		while (this.#isComment()) [group, end] = this.#group(1);
		if (end !== -1 && this.#newlines(end, this.start) === 1) this.lead = group;
	}

	/** Goes from an opening bracket to the token behind the bracket that closes it. */
	skip(): void {
		this.close();
		this.next();
	}

	/** Goes from the brace that opens a body to the token behind the one that closes it. */
	skipBody(): void {
		this.closeBody();
		this.next();
	}

	#isComment(): boolean {
		return this.token === 'comment';
	}

	/** The comments from here on with at most so many line ends between them, and where the last ends. */
	#group(apart: number): [readonly string[], number] {
		const group: string[] = [];
		let end = this.start;
		do {
			group.push(this.value.replace(/\r$/, ''));
			end = this.end;
			this.advance();
		} while (this.#isComment() && this.#newlines(end, this.start) <= apart);
		return [group, end];
	}

	#newlines(from: number, to: number): number {
		return this.text.slice(from, to).split('\n').length - 1;
	}
}
