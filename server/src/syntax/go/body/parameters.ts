import type { TypeExpression } from '../type';
import type { Local } from './body';
import { none } from './draft';
import { MemberReader } from './members';
import { Token } from './token';
import { broken } from './tokens';

/** A parameter or result with the name that it declares, where it has one; of a variadic one the type is a slice. */
export interface Parameter {
	readonly name?: Name;
	readonly type: TypeExpression;
}

/** A name and where it stands: only what has a body declares it. */
interface Name {
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

/** A parameter as it stands there: a name alone may be a type. */
interface Entry {
	readonly name?: Name;
	readonly type?: TypeExpression;
}

/** What a function takes and gives. */
export interface Signature {
	readonly parameters: readonly Parameter[];
	readonly results: readonly Parameter[];
}

/** Reads signatures (Go specification, "Function types"). */
export abstract class ParameterReader extends MemberReader {
	protected skipSignature(): void {
		this.signature();
	}

	/** Parameters and results. */
	signature(): Signature {
		const parameters = this.parameters();
		if (this.token === Token.OpenParen) return { parameters, results: this.parameters() };
		return { parameters, results: this.startsType ? [{ type: this.type() }] : none };
	}

	/** Declares what a signature names. */
	protected declareParameters(list: readonly Parameter[], kind: Local['kind']): void {
		for (const { name, type } of list) if (name !== undefined) this.draft.declare(this.draft.addName(name.name, name.start, name.end), kind, type);
	}

	/** The type parameters of a function, `[K comparable, V any]`: each becomes a type of its block, already for the constraints. */
	protected typeParameters(): void {
		const { draft } = this;
		this.next();
		do {
			do {
				if (this.at(Token.Comma)) this.next();
				draft.declare(this.ref(), 'type');
			} while (this.at(Token.Comma));
			this.union();
			if (!this.at(Token.Comma)) break;
			this.next();
		} while (!this.at(Token.CloseBracket));
		this.expect(Token.CloseBracket);
	}

	/** A list of parameters in parentheses; names that stand alone have the type of the next that has one. */
	parameters(): readonly Parameter[] {
		this.expect(Token.OpenParen);
		if (this.token === Token.CloseParen) {
			this.next();
			return none;
		}
		const entries: Entry[] = [];
		let named = false;
		do {
			const entry = this.#parameter();
			if (entry.name !== undefined && entry.type !== undefined) named = true;
			entries.push(entry);
			if (!this.at(Token.Comma)) break;
			this.next();
		} while (!this.at(Token.CloseParen));
		this.expect(Token.CloseParen);
		return named ? this.#named(entries) : entries.map(({ name, type }) => ({ type: type ?? this.#typeOf(name as Name) }));
	}

	#named(entries: readonly Entry[]): readonly Parameter[] {
		const found: Parameter[] = [];
		let type: TypeExpression | undefined;
		for (const entry of entries.toReversed()) {
			type = entry.type ?? type;
			if (entry.name === undefined || type === undefined) throw broken;
			found.push({ name: entry.name, type });
		}
		return found.reverse();
	}

	#typeOf({ name }: Name): TypeExpression {
		const local = this.draft.scope.find(name);
		return local === -1 ? { kind: 'name', name } : { kind: 'name', name, local };
	}

	#parameter(): Entry {
		if (this.token !== Token.Name) return { type: this.#variadic() };
		const { name, start, end } = this;
		const entry = { name, start, end };
		switch (this.next()) {
			case Token.Comma:
			case Token.CloseParen:
				return { name: entry };
			case Token.Dot:
				return { type: this.named(name) };
			case Token.OpenBracket: {
				const { type, named } = this.bracketsBehind(name);
				return named ? { name: entry, type } : { type };
			}
			default:
				return { name: entry, type: this.#variadic() };
		}
	}

	/** A type, which may have dots before it. */
	#variadic(): TypeExpression {
		if (this.token !== Token.Ellipsis) return this.type();
		this.next();
		return { kind: 'slice', element: this.type(), variadic: true };
	}
}
