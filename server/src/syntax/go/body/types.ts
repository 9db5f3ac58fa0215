import { Broken } from '../outline/lexer';
import type { TypeExpression } from '../type';
import type { X } from './body';
import { asType, Draft } from './draft';
import { Tokens } from './tokens';

/** A parameter or result: the expression that declares its name, where it has one, and its type. */
export interface Parameter {
	readonly at?: X;
	readonly type: TypeExpression;
	readonly variadic: boolean;
}

/** How deep brackets, blocks and operators may stand in each other; nobody writes that, and the stack is finite. */
const deepest = 300;

/** Reads types (Go specification, "Types"). */
export abstract class TypeReader extends Tokens {
	readonly draft = new Draft();
	#depth = 0;

	/** Reads an expression, for the length of an array. */
	abstract expression(): X;
	/** Above zero within brackets, where a brace behind a name opens a literal and not a block (go/parser exprLev). */
	protected level = 0;

	/** Goes one deeper for the length of a call. */
	protected nested<T>(read: () => T): T {
		if (++this.#depth > deepest) throw new TooDeep();
		try {
			return read();
		} finally {
			this.#depth--;
		}
	}

	/** The name that is here, as an expression; goes behind it. */
	protected ref(): X {
		if (!this.at('name')) throw new Broken();
		const { name, start, end } = this;
		const to = this.draft.find(name);
		this.next();
		return this.draft.add(to === undefined ? { op: 'ref', name } : { op: 'ref', name, to }, start, end);
	}

	/** A type. */
	type(): TypeExpression {
		return this.nested(() => this.#type());
	}

	/** Whether a type starts here that is not just a name, a pointer or a function. */
	protected get startsType(): boolean {
		const { token } = this;
		return token === '[' || token === 'struct' || token === 'map' || token === 'chan' || token === 'interface';
	}

	#type(): TypeExpression {
		const { start } = this;
		switch (this.token) {
			case 'name':
				return this.#named();
			case '*':
				this.next();
				return { kind: 'pointer', element: this.type() };
			case '(': {
				this.next();
				const inner = this.type();
				this.expect(')');
				return inner;
			}
			case '[':
				return this.#bracketed();
			case 'map': {
				this.next();
				this.expect('[');
				const key = this.type();
				this.expect(']');
				return { kind: 'map', key, element: this.type() };
			}
			case 'chan':
				this.next();
				if (this.at('<-')) this.next();
				this.type();
				return { kind: 'channel', text: this.text.slice(start, this.behind) };
			case '<-':
				this.next();
				this.expect('chan');
				this.type();
				return { kind: 'channel', text: this.text.slice(start, this.behind) };
			case 'func':
				this.next();
				this.signature();
				return { kind: 'function', text: 'func' };
			case 'struct':
				this.next();
				this.#members(() => this.#field());
				return { kind: 'struct', text: 'struct' };
			case 'interface': {
				this.next();
				const empty = this.#members(() => this.#element()) === 0;
				return { kind: 'interface', text: empty ? 'interface{}' : 'interface' };
			}
			default:
				throw new Broken();
		}
	}

	#named(): TypeExpression {
		const { name } = this;
		this.next();
		const local = this.draft.find(name);
		let made: TypeExpression & { kind: 'name' } = local === undefined ? { kind: 'name', name } : { kind: 'name', name, local };
		if (this.at('.')) {
			this.next();
			made = { kind: 'name', qualifier: name, name: this.name };
			this.expect('name');
		}
		if (!this.at('[')) return made;
		this.next();
		const given = [this.type()];
		while (this.at(',')) {
			this.next();
			if (!this.at(']')) given.push(this.type());
		}
		this.expect(']');
		return { ...made, arguments: given };
	}

	/** `[]T`, `[n]T`, `[...]T`. */
	#bracketed(): TypeExpression {
		this.next();
		const { start } = this;
		if (this.at(']')) {
			this.next();
			return { kind: 'slice', element: this.type() };
		}
		if (this.at('...')) this.next();
		else this.within(() => this.expression());
		const length = this.text.slice(start, this.behind);
		this.expect(']');
		return { kind: 'array', length, element: this.type() };
	}

	/** Reads in brackets. */
	protected within<T>(read: () => T): T {
		const outer = this.level;
		this.level = Math.max(0, outer) + 1;
		const result = read();
		this.level = outer;
		return result;
	}

	/** The members of a struct or an interface in braces; gives how many there are. */
	#members(member: () => void): number {
		this.expect('{');
		let count = 0;
		while (!this.at('}')) {
			member();
			count++;
			if (!this.at('}')) this.expect(';');
		}
		this.next();
		return count;
	}

	#field(): void {
		if (this.at('name')) {
			this.next();
			while (this.at(',')) {
				this.next();
				this.expect('name');
			}
			if (this.at('.')) {
				this.next();
				this.expect('name');
			}
			if (this.at('[')) this.#fieldBracket();
			else if (!this.#endsField) this.type();
		} else this.type(); // an embedded pointer
		if (this.at('string')) this.next();
	}

	/** `name []T`, `name [n]T`, or the arguments of an embedded type, `T[int]`. */
	#fieldBracket(): void {
		this.next();
		if (this.at(']')) {
			this.next();
			this.type();
			return;
		}
		this.arguments(']');
		if (!this.#endsField) this.type();
	}

	get #endsField(): boolean {
		return this.at(';') || this.at('}') || this.at('string');
	}

	/** Expressions or types up to a closing bracket, which is taken too. */
	protected arguments(close: string): readonly X[] {
		const found: X[] = [];
		this.within(() => {
			while (this.token !== close) {
				found.push(this.expression());
				if (this.at('...')) this.next();
				if ((this.token as string) !== close) this.expect(',');
			}
		});
		this.expect(close);
		return found;
	}

	/** A method, or a union of types, of an interface. */
	#element(): void {
		if (this.at('name')) {
			const { text, end } = this;
			if (text.charCodeAt(end) === 40) {
				this.next();
				this.signature();
				return;
			}
		}
		this.#union();
	}

	#union(): TypeExpression {
		let only: TypeExpression | undefined;
		for (;;) {
			const { start } = this;
			if (this.at('~')) this.next();
			const type = this.type();
			if (!this.at('|')) return only === undefined && this.text[start] !== '~' ? type : { kind: 'interface', text: 'interface' };
			only = type;
			this.next();
		}
	}

	/** Parameters and results (Go specification, "Signature"). */
	signature(): { readonly parameters: readonly Parameter[]; readonly results: readonly Parameter[] } {
		const parameters = this.parameters();
		if (this.at('(')) return { parameters, results: this.parameters() };
		const { token } = this;
		const typed = token === 'name' || token === '*' || token === 'func' || token === '<-' || this.startsType;
		return { parameters, results: typed ? [{ type: this.type(), variadic: false }] : [] };
	}

	/** The type parameters of a function, `[K comparable, V any]`: each becomes a type of its block. */
	protected typeParameters(): void {
		this.next();
		const names: X[] = [];
		while (!this.at(']')) {
			names.push(this.ref());
			if (!this.at(',') && !this.at(']')) this.#union();
			if (!this.at(']')) this.expect(',');
		}
		this.next();
		for (const at of names) this.draft.declare(at, { kind: 'type' });
	}

	/** A list of parameters in parentheses; names that stand alone have the type of the next that has one. */
	parameters(): readonly Parameter[] {
		this.expect('(');
		const entries: Array<{ at?: X; type?: TypeExpression; variadic: boolean }> = [];
		while (!this.at(')')) {
			entries.push(this.#parameter());
			if (!this.at(')')) this.expect(',');
		}
		this.next();
		if (!entries.some(entry => entry.at !== undefined && entry.type !== undefined))
			return entries.map(({ at, type, variadic }) => ({ type: type ?? this.#asName(at as X), variadic }));
		const found: Parameter[] = [];
		let type: TypeExpression | undefined;
		let variadic = false;
		for (const entry of entries.toReversed()) {
			if (entry.type !== undefined) ({ type, variadic } = entry as { type: TypeExpression; variadic: boolean });
			if (entry.at === undefined || type === undefined) throw new Broken();
			found.unshift({ at: entry.at, type, variadic });
		}
		return found;
	}

	#asName(x: X): TypeExpression {
		const { name, to } = this.draft.exprs[x] as { name: string; to?: number };
		return { kind: 'name', name, ...(to === undefined ? {} : { local: to }) };
	}

	#parameter(): { at?: X; type?: TypeExpression; variadic: boolean } {
		if (this.at('...')) return { ...this.#variadic() };
		if (!this.at('name')) return { type: this.type(), variadic: false };
		const { name } = this;
		const at = this.ref();
		switch (this.token as string) {
			case ',':
			case ')':
				return { at, variadic: false };
			case '.': {
				this.next();
				const qualified: TypeExpression = { kind: 'name', qualifier: name, name: this.name };
				this.expect('name');
				return { type: this.at('[') ? this.#instance(qualified) : qualified, variadic: false };
			}
			case '...':
				return { at, ...this.#variadic() };
			case '[':
				return this.#bracketedParameter(at);
			default:
				return { at, type: this.type(), variadic: false };
		}
	}

	#variadic(): { type: TypeExpression; variadic: boolean } {
		this.next();
		return { type: this.type(), variadic: true };
	}

	#instance(of: TypeExpression & { kind: 'name' }): TypeExpression {
		this.next();
		const given = [this.type()];
		while (this.at(',')) {
			this.next();
			given.push(this.type());
		}
		this.expect(']');
		return { ...of, arguments: given };
	}

	/** `a []T` and `a [n]T` are parameters with names, `T[int]` is a type. */
	#bracketedParameter(at: X): { at?: X; type: TypeExpression; variadic: boolean } {
		this.next();
		const { start } = this;
		if (this.at(']')) {
			this.next();
			return { at, type: { kind: 'slice', element: this.type() }, variadic: false };
		}
		const given = this.arguments(']').map(x => asType(this.draft, x, ''));
		if (this.at(',') || this.at(')')) return { type: { ...(this.#asName(at) as TypeExpression & { kind: 'name' }), arguments: given }, variadic: false };
		return { at, type: { kind: 'array', length: this.text.slice(start, this.behind - 1), element: this.type() }, variadic: false };
	}
}

/** Where brackets stand too deep in each other to be read. */
export class TooDeep extends Broken {}
