import { Broken } from '../outline/lexer';
import type { TypeExpression } from '../type';
import { asType } from './asType';
import type { X } from './body';
import { Draft } from './draft';
import { Token } from './token';
import { broken, Tokens } from './tokens';

/** Where brackets, blocks or operators stand too deep in each other to be read. */
export class TooDeep extends Broken {}
const tooDeep = new TooDeep();

/** How deep that is: nobody writes it, and the stack is finite. */
const deepest = 300;

/** Reads types (Go specification, "Types"), and knows what was read before. */
export abstract class TypeReader extends Tokens {
	readonly draft = new Draft();
	/** Whether a brace behind a name opens a block and not a literal: in the head of a statement, outside of brackets. */
	protected head = false;
	/** How many things are open in each other. */
	protected depth = 0;

	/** An expression, or a type where one can stand. */
	abstract expression(): X;
	/** Parameters and results of a function type, which is data only by its kind. */
	protected abstract skipSignature(): void;
	/** The braces of a struct. */
	protected abstract skipFields(): void;
	/** The braces of an interface; gives whether nothing is in them. */
	protected abstract skipElements(): boolean;

	/** Goes one deeper; the caller goes back by `depth--`. */
	protected deeper(): void {
		if (++this.depth > deepest) throw tooDeep;
	}

	/** The name that is here, as an expression. */
	protected ref(): X {
		if (this.token !== Token.Name) throw broken;
		const { name, start, end } = this;
		this.next();
		return this.draft.addName(name, start, end);
	}

	/** A type. */
	type(): TypeExpression {
		this.deeper();
		const type = this.token === Token.Name ? this.#named() : this.#literal();
		this.depth--;
		return type;
	}

	/** Whether a type starts here that is not a name, a pointer or a function. */
	protected get startsLiteralType(): boolean {
		const { token } = this;
		return token === Token.OpenBracket || token === Token.Struct || token === Token.Map || token === Token.Chan || token === Token.Interface;
	}

	/** Whether a type starts here. */
	protected get startsType(): boolean {
		const { token } = this;
		return token === Token.Name || token === Token.Star || token === Token.Func || token === Token.Arrow || token === Token.OpenParen || this.startsLiteralType;
	}

	#literal(): TypeExpression {
		const { start, token } = this;
		this.next();
		switch (token) {
			case Token.Star:
				return { kind: 'pointer', element: this.type() };
			case Token.OpenBracket:
				return this.#list();
			case Token.Map: {
				this.expect(Token.OpenBracket);
				const key = this.type();
				this.expect(Token.CloseBracket);
				return { kind: 'map', key, element: this.type() };
			}
			case Token.Func:
				this.skipSignature();
				return { kind: 'function', text: 'func' };
			case Token.Struct:
				this.skipFields();
				return { kind: 'struct', text: 'struct' };
			case Token.Interface:
				return { kind: 'interface', text: this.skipElements() ? 'interface{}' : 'interface' };
			case Token.Chan:
				if (this.at(Token.Arrow)) this.next();
				return this.channel(start);
			case Token.Arrow:
				this.expect(Token.Chan);
				return this.channel(start);
			case Token.OpenParen: {
				const inner = this.type();
				this.expect(Token.CloseParen);
				return inner;
			}
			default:
				throw broken;
		}
	}

	/** The element of a channel type that started there. */
	protected channel(start: number): TypeExpression {
		this.type();
		return { kind: 'channel', text: this.text.slice(start, this.behind) };
	}

	#named(): TypeExpression {
		const { name } = this;
		this.next();
		return this.named(name);
	}

	/** A type of which the first name is behind us: with the package that it names, and with its arguments. */
	protected named(name: string): TypeExpression {
		let made: TypeExpression & { kind: 'name' };
		if (this.token === Token.Dot) {
			this.next();
			made = { kind: 'name', qualifier: name, name: this.name };
			this.expect(Token.Name);
		} else {
			const local = this.draft.scope.find(name);
			made = local === -1 ? { kind: 'name', name } : { kind: 'name', name, local };
		}
		return this.token === Token.OpenBracket ? { ...made, arguments: this.#arguments() } : made;
	}

	#arguments(): readonly TypeExpression[] {
		const given: TypeExpression[] = [];
		do {
			this.next();
			if (given.length > 0 && this.at(Token.CloseBracket)) break;
			given.push(this.type());
		} while (this.at(Token.Comma));
		this.expect(Token.CloseBracket);
		return given;
	}

	/** `[]T`, `[n]T` or `[...]T`, of which the bracket is behind us. */
	#list(): TypeExpression {
		const { start } = this;
		if (this.at(Token.CloseBracket)) {
			this.next();
			return { kind: 'slice', element: this.type() };
		}
		if (this.at(Token.Ellipsis)) this.next();
		else this.bracketed();
		const length = this.text.slice(start, this.behind);
		this.expect(Token.CloseBracket);
		return { kind: 'array', length, element: this.type() };
	}

	/** An expression in brackets, where braces are those of literals. */
	protected bracketed(): X {
		const { head } = this;
		this.head = false;
		const x = this.expression();
		this.head = head;
		return x;
	}

	/**
	 * What follows a name that may be followed by its type, at a bracket: `[]T` and `[n]T` are its type, of `T[int]` it is a type itself with
	 * arguments, and declares nothing.
	 */
	protected bracketsBehind(name: string): { readonly type: TypeExpression; readonly named: boolean } {
		this.next();
		const { start, draft } = this;
		if (this.at(Token.CloseBracket)) {
			this.next();
			return { type: { kind: 'slice', element: this.type() }, named: true };
		}
		const [exprs, blocks] = [draft.exprs.length, draft.blocks.length];
		const given = [this.bracketed()];
		while (this.at(Token.Comma)) {
			this.next();
			if (!this.at(Token.CloseBracket)) given.push(this.bracketed());
		}
		const length = this.text.slice(start, this.behind);
		this.expect(Token.CloseBracket);
		if (given.length === 1 && this.startsType) return { type: { kind: 'array', length, element: this.type() }, named: true };
		const local = draft.scope.find(name);
		const made = { kind: 'name', name, arguments: given.map(x => asType(draft, x, length)) } as const;
		draft.takeBack(exprs, blocks);
		return { type: local === -1 ? made : { ...made, local }, named: false };
	}
}
