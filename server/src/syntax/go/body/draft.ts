import type { TypeExpression } from '../type';
import type { B, Block, Body, BodySpans, Ending, Expr, Local, Statement, X } from './body';
import { Scope } from './scope';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? readonly E[] : T[K] };

/** A list of nothing, which need not be made each time. */
export const none: readonly never[] = [];

/** A body as far as it was read, and the scopes around the place that was reached. */
export class Draft {
	readonly exprs: Expr[] = [];
	readonly statements: Statement[] = [];
	readonly locals: Mutable<Local>[] = [];
	readonly blocks: Mutable<Block>[] = [];
	readonly calls: X[] = [];
	readonly problems: number[] = [];
	readonly scope = new Scope();
	/** The innermost open block; -1 at package level. */
	block: B = -1;
	readonly #exprSpans: number[] = [];
	readonly #statementSpans: number[] = [];

	/** Records an expression over a stretch of the text. */
	add(expr: Expr, start: number, end: number): X {
		this.#exprSpans.push(start, end);
		return this.exprs.push(expr) - 1;
	}

	/** Records a name over a stretch of the text. */
	addName(name: string, start: number, end: number): X {
		const to = this.scope.find(name);
		return this.add(to === -1 ? { op: 'ref', name } : { op: 'ref', name, to }, start, end);
	}

	/** Replaces the expression that was recorded last by one that contains it, when the part is not an expression by itself. */
	replace(expr: Expr, start: number, end: number): X {
		this.takeBack(this.exprs.length - 1);
		return this.add(expr, start, end);
	}

	/** Takes back the expressions from one on, which turned out to be none. Those with a closure among them stay, as its statements speak of them. */
	takeBack(from: X, blocks = this.blocks.length): void {
		if (this.blocks.length > blocks) return;
		this.exprs.length = from;
		this.#exprSpans.length = from * 2;
		while ((this.calls.at(-1) ?? -1) >= from) this.calls.pop();
	}

	/** Records a statement over a stretch of the text; gives its index. */
	state(statement: Statement, start: number, end: number): number {
		this.#statementSpans.push(start, end);
		return this.statements.push(statement) - 1;
	}

	/** Opens a block with a scope of its own. */
	open(by: Block['by'], conditions?: readonly X[]): B {
		const { block: parent, statements } = this;
		const from = statements.length;
		const made: Mutable<Block> = conditions ? { parent, by, ends: 'falls', conditions, from, to: 0 } : { parent, by, ends: 'falls', from, to: 0 };
		this.block = this.blocks.push(made) - 1;
		this.scope.open();
		return this.block;
	}

	/** Closes the innermost block, which ends so. */
	close(ends: Ending): void {
		const block = this.blocks[this.block] as Mutable<Block>;
		block.ends = ends;
		block.to = this.statements.length;
		this.block = block.parent;
		this.scope.close();
	}

	/** Closes the innermost blocks until so many are open. */
	closeTo(depth: number): void {
		while (this.scope.depth > depth) this.close('falls');
	}

	/** Whether the innermost block itself declares a name. */
	declares(name: string): boolean {
		const found = this.scope.find(name);
		return found !== -1 && this.locals[found]?.block === this.block;
	}

	/** Declares a name whose declaration is an expression that was recorded; `_` declares nothing. `nth` is -1 for a value of its own. */
	declare(at: X, kind: Local['kind'], type?: TypeExpression, init?: X, nth = -1): Mutable<Local> {
		const { name } = this.exprs[at] as Expr & { op: 'ref' };
		const local: Mutable<Local> = { name, kind, block: this.block, at, writes: none, addressed: false };
		if (type !== undefined) local.type = type;
		if (init !== undefined) local.init = init;
		if (nth !== -1) local.nth = nth;
		const to = this.locals.push(local) - 1;
		this.exprs[at] = { op: 'ref', name, to };
		if (name !== '_') this.scope.declare(name, to);
		return local;
	}

	/** Notes that a value is assigned to an expression; without a value it is the expression itself that gives it, as in `n++`. */
	write(target: X, value = target): void {
		const local = this.localOf(target);
		if (local === undefined) return;
		if (local.writes.length === 0) local.writes = [value];
		else (local.writes as X[]).push(value);
	}

	/** The local that an expression is. */
	localOf(x: X): Mutable<Local> | undefined {
		const expr = this.exprs[x];
		return expr?.op === 'ref' && expr.to !== undefined ? this.locals[expr.to] : undefined;
	}

	finish(): { readonly body: Body; readonly spans: BodySpans } {
		const { blocks, locals, exprs, statements, calls, problems } = this;
		return { body: { blocks, locals, exprs, statements, calls, problems }, spans: { exprs: this.#exprSpans, statements: this.#statementSpans } };
	}
}
