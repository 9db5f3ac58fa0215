import type { TypeExpression } from '../type';
import type { B, Block, Body, BodySpans, Ending, Expr, L, Local, Statement, X } from './body';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** What is said of a name when it is declared. */
export type Declared = Pick<Local, 'kind' | 'type' | 'init' | 'nth' | 'ranges'>;

/** A body as far as it was read, and the scopes around the place that was reached. */
export class Draft {
	readonly exprs: Expr[] = [];
	readonly statements: Statement[] = [];
	readonly locals: Mutable<Local>[] = [];
	readonly blocks: Block[] = [];
	readonly calls: X[] = [];
	readonly problems: number[] = [];
	readonly #exprSpans: number[] = [];
	readonly #statementSpans: number[] = [];
	readonly #scopes: Map<string, L>[] = [];
	/** The innermost open block; -1 at package level. */
	block: B = -1;

	/** Records an expression over a stretch of the text. */
	add(expr: Expr, start: number, end: number): X {
		this.#exprSpans.push(start, end);
		return this.exprs.push(expr) - 1;
	}

	/** Where an expression starts. */
	startOf(x: X): number {
		return this.#exprSpans[x * 2] as number;
	}

	/** Where an expression ends. */
	endOf(x: X): number {
		return this.#exprSpans[x * 2 + 1] as number;
	}

	/** Records a statement over a stretch of the text; gives its index. */
	state(statement: Statement, start: number, end: number): number {
		this.#statementSpans.push(start, end);
		return this.statements.push(statement) - 1;
	}

	/** Takes the statement back that was recorded last, an expression in the head of another statement; gives the expression. */
	takeExpression(): X | undefined {
		const last = this.statements.at(-1);
		if (last?.kind !== 'expression') return undefined;
		this.statements.pop();
		this.#statementSpans.length -= 2;
		return last.of;
	}

	/** Opens a block with a scope of its own. */
	open(by: Block['by'], conditions?: readonly X[]): B {
		const made: Block = { parent: this.block, by, ends: 'falls', ...(conditions === undefined ? {} : { conditions }), from: this.statements.length, to: 0 };
		this.block = this.blocks.push(made) - 1;
		this.#scopes.push(new Map());
		return this.block;
	}

	/** Closes the innermost block, which ends so. */
	close(ends: Ending): void {
		const block = this.blocks[this.block] as Block;
		block.ends = ends;
		block.to = this.statements.length;
		this.block = block.parent;
		this.#scopes.pop();
	}

	/** What a name means here: a local, or undefined for what is declared outside the function. */
	find(name: string): L | undefined {
		for (let i = this.#scopes.length - 1; i >= 0; i--) {
			const found = this.#scopes[i]?.get(name);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	/** What a name means where it is declared in the innermost block itself. */
	findHere(name: string): L | undefined {
		return this.#scopes.at(-1)?.get(name);
	}

	/** Declares a name whose declaration is an expression that was recorded; `_` declares nothing. */
	declare(at: X, declared: Declared): void {
		const { name } = this.exprs[at] as Expr & { op: 'ref' };
		const local: Mutable<Local> = { name, block: this.block, at, ...declared, writes: [], addressed: false };
		const index = this.locals.push(local) - 1;
		this.exprs[at] = { op: 'ref', name, to: index };
		if (name !== '_') this.#scopes.at(-1)?.set(name, index);
	}

	/** Notes that a value is assigned to an expression. */
	write(target: X, value: X | undefined): void {
		const expr = this.exprs[target];
		const local = expr?.op === 'ref' && expr.to !== undefined ? this.locals[expr.to] : undefined;
		if (local) local.writes.push(value ?? target);
	}

	/** The scopes as they are, to go back to after a mistake. */
	get depth(): number {
		return this.#scopes.length;
	}

	/** Closes the blocks that were opened since. */
	backTo(depth: number): void {
		while (this.#scopes.length > depth) this.close('falls');
	}

	finish(): { readonly body: Body; readonly spans: BodySpans } {
		const { blocks, locals, exprs, statements, calls, problems } = this;
		return { body: { blocks, locals, exprs, statements, calls, problems }, spans: { exprs: this.#exprSpans, statements: this.#statementSpans } };
	}
}

/** The type that an expression names, for one that stands before the braces of a composite literal or in an instantiation. */
export function asType(draft: Draft, x: X, text: string): TypeExpression {
	const expr = draft.exprs[x] as Expr;
	switch (expr.op) {
		case 'type':
			return expr.type;
		case 'ref':
			return { kind: 'name', name: expr.name, ...(expr.to === undefined ? {} : { local: expr.to }) };
		case 'select': {
			const of = draft.exprs[expr.of];
			return of?.op === 'ref' ? { kind: 'name', qualifier: of.name, name: expr.name } : { kind: 'other', text };
		}
		case 'index': {
			const of = asType(draft, expr.of, text);
			return of.kind === 'name' ? { ...of, arguments: expr.at.map(argument => asType(draft, argument, text)) } : { kind: 'other', text };
		}
		case 'unary':
			return expr.operator === '*' ? { kind: 'pointer', element: asType(draft, expr.of, text) } : { kind: 'other', text };
		default:
			return { kind: 'other', text };
	}
}
