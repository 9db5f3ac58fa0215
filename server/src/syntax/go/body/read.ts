import { Broken } from '../outline/lexer';
import type { Body, BodySpans } from './body';
import { none } from './draft';
import { noted } from './recovery';
import { StatementReader } from './statements';
import { Token } from './token';
import { broken } from './tokens';

/** A body, and where its nodes stand. */
export interface BodyParse {
	readonly body: Body;
	readonly spans: BodySpans;
}

/**
 * Reads one declaration: a function with its signature, `func …`, or one specification of variables or constants, `name = value`.
 * Never throws: what cannot be read is missing, and `body.problems` says so.
 */
export function readBody(text: string, kind: 'func' | 'var' | 'const'): BodyParse {
	const reader = new Reader(text);
	try {
		reader.one(kind);
	} catch (error) {
		reader.fail(error);
	}
	return reader.draft.finish();
}

class Reader extends StatementReader {
	/** The declaration as a whole. */
	one(kind: 'func' | 'var' | 'const'): void {
		this.next();
		if (kind === 'func') this.#function();
		else this.values(kind);
		if (this.at(Token.Semicolon)) this.next();
		if (!this.at(Token.End)) throw broken;
	}

	/** Notes that what follows could not be read. */
	fail(error: unknown): void {
		if (!(error instanceof Broken)) throw error;
		this.draft.closeTo(0);
		if (error !== noted) this.problem();
	}

	#function(): void {
		const { draft } = this;
		const place = this.place();
		draft.open('function');
		try {
			this.#signature();
		} catch (error) {
			this.recover(error, { ...place, blocks: 1 });
			this.skip(place, Token.OpenBrace);
		}
		draft.close(this.at(Token.OpenBrace) ? this.body() : 'falls');
	}

	#signature(): void {
		this.expect(Token.Func);
		const receiver = this.at(Token.OpenParen) ? this.#receiver() : none;
		this.expect(Token.Name);
		if (this.at(Token.OpenBracket)) this.typeParameters();
		const { parameters, results } = this.signature();
		this.declareParameters(receiver, 'receiver');
		this.declareParameters(parameters, 'parameter');
		this.declareParameters(results, 'result');
	}

	/** The receiver. Names in brackets behind its type are type parameters, `(s *Set[T])`: they are declared first, so that its type can name them. */
	#receiver() {
		const { text, start } = this;
		if (text.slice(start, text.indexOf(')', start)).includes('[')) {
			const before = this.mark();
			while (this.next() !== Token.OpenBracket && !this.at(Token.CloseParen) && !this.at(Token.End));
			while (this.at(Token.OpenBracket) || this.at(Token.Comma)) if (this.next() === Token.Name) this.draft.declare(this.ref(), 'type');
			this.back(before);
		}
		return this.parameters();
	}
}
