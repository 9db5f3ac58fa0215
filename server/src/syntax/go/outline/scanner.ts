import { Broken, Lexer } from './lexer';

const none: readonly string[] = [];

/** The tokens of a Go file one by one, with the comments before them as go/parser groups them (`next`, `consumeCommentGroup`). */
export class Scanner extends Lexer {
	/** The comments that document what starts with the current token: the group that ends on the line above. */
	lead: readonly string[] | undefined;
	/** The comments behind the token before this one, on its line. */
	trail: readonly string[] | undefined;
	/** All comments since the token before this one. */
	comments: readonly string[] = [];
	/** Where the comments start that were seen: those outside brackets and bodies, and those of structs. */
	readonly starts = new Set<number>();
	/** Where the token before this one ends. */
	behind = 0;

	/** Goes to the next token; `lead` is what documents it. */
	next(): void {
		const previous = this.start;
		this.behind = this.end;
		this.lead = undefined;
		this.trail = undefined;
		this.comments = none;
		this.advance();
		if (this.token !== 'comment') return;
		if (!this.breaks(previous, this.start)) [this.trail] = this.#group(0);
		let group: readonly string[] | undefined;
		let end = -1;
		while (this.#isComment()) {
			[group, end] = this.#group(1);
			this.comments = [...this.comments, ...group];
		}
		if (end !== -1 && this.#newlines(end, this.start) === 1) this.lead = group;
	}

	/** Goes on at another offset, at which a token starts. */
	restart(offset: number): void {
		this.token = '';
		this.start = offset;
		this.end = offset;
		this.next();
	}

	/** The declarations behind the keyword that is here: one, or several in parentheses; gives how many there are. */
	group(one: (index: number) => void): number {
		this.next();
		if (this.token !== '(') {
			one(0);
			return 1;
		}
		this.next();
		let index = 0;
		while ((this.token as string) !== ')') {
			one(index++);
			if ((this.token as string) === ')') break;
			if ((this.token as string) !== ';') throw new Broken();
			this.next();
		}
		this.next();
		return index;
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
			this.starts.add(this.start);
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
