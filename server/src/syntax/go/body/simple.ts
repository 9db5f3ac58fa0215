import type { Ending, Expr, X } from './body';
import { none } from './draft';
import { RecoveringReader } from './recovery';
import { spelling, Token } from './token';
import { broken } from './tokens';

/** Functions behind a call of which nothing runs. */
const final: ReadonlySet<string> = new Set('os.Exit runtime.Goexit log.Fatal log.Fatalf log.Fatalln log.Panic log.Panicf log.Panicln'.split(' '));

/** What a clause is when it is not an expression: a statement, or what a loop runs over. */
export const stated = -1;
export const ranged = -2;

/** Reads simple statements (Go specification, "Statements"). */
export abstract class SimpleReader extends RecoveringReader {
	/** A simple statement, which is recorded, save an expression, which is the result; `loop` where it may be what a loop runs over. */
	protected clause(loop = false): X {
		const { start, draft } = this;
		if (loop && this.at(Token.Range)) return this.#range(none, start, Token.Range);
		const first = this.expression();
		const { token } = this;
		if (token === Token.Comma || (token >= Token.Assign && token <= Token.AndNotAssign)) return this.#assignment(first, start, loop);
		const { block } = draft;
		if (token === Token.Arrow) {
			this.next();
			const value = this.expression();
			draft.state({ kind: 'send', to: first, value, block }, start, this.behind);
		} else if (token === Token.Increment || token === Token.Decrement) {
			this.next();
			draft.write(first);
			draft.state({ kind: 'step', of: first, block }, start, this.behind);
		} else return first;
		return stated;
	}

	/** An expression as a statement. */
	protected alone(of: X, start: number): Ending {
		const { draft } = this;
		draft.state({ kind: 'expression', of, block: draft.block }, start, this.behind);
		return this.#isFinal(of) ? 'exits' : 'falls';
	}

	#assignment(first: X, start: number, loop: boolean): X {
		const { draft } = this;
		const targets = [first];
		while (this.at(Token.Comma)) {
			this.next();
			targets.push(this.expression());
		}
		const { token } = this;
		if (token < Token.Assign || token > Token.AndNotAssign) throw broken;
		if (this.next() === Token.Range && loop && token <= Token.Define) return this.#range(targets, start, token);
		const values = this.expressions();
		const statement = draft.state({ kind: 'assign', operator: spelling[token] as string, targets, values, block: draft.block }, start, this.behind);
		if (token === Token.Define) this.#define(targets, values, statement);
		else for (const [i, target] of targets.entries()) draft.write(target, initial(values, targets.length, i));
		return stated;
	}

	/** Declares what `:=` names and the block does not have. */
	#define(targets: readonly X[], values: readonly X[], statement: number): void {
		const { draft } = this;
		const separate = values.length === targets.length;
		for (const [i, target] of targets.entries()) {
			const value = initial(values, targets.length, i);
			const expr = draft.exprs[target] as Expr;
			if (expr.op !== 'ref') this.blame(statement);
			else if (draft.declares(expr.name) && !this.isTypeSwitch(value)) draft.write(target, value);
			else draft.declare(target, 'variable', undefined, value, value === undefined || separate ? -1 : i);
		}
	}

	/** Whether a value is `y.(type)`, by which `switch x := y.(type)` always declares a variable. */
	protected isTypeSwitch(value: X | undefined): boolean {
		const expr = value === undefined ? undefined : this.draft.exprs[value];
		return expr?.op === 'assert' && expr.type === undefined;
	}

	/** `for … range over`, of which the keyword is here. */
	#range(targets: readonly X[], start: number, token: Token): X {
		const { draft } = this;
		this.next();
		const over = this.expression();
		draft.state({ kind: 'range', targets, over, block: draft.block }, start, this.behind);
		if (targets.length > 2) throw broken;
		for (const [nth, target] of targets.entries()) {
			if (token !== Token.Define) draft.write(target);
			else if (draft.exprs[target]?.op !== 'ref') throw broken;
			else draft.declare(target, 'variable', undefined, over, nth).ranges = true;
		}
		return ranged;
	}

	#isFinal(x: X): boolean {
		const { exprs } = this.draft;
		const call = exprs[x];
		const fn = call?.op === 'call' ? exprs[call.fn] : undefined;
		if (fn?.op === 'ref') return fn.name === 'panic' && fn.to === undefined;
		const of = fn?.op === 'select' ? exprs[fn.of] : undefined;
		return fn?.op === 'select' && of?.op === 'ref' && of.to === undefined && final.has(`${of.name}.${fn.name}`);
	}
}

/** Which value a name gets: its own, or the one that is given for several names, a call. */
export function initial(values: readonly X[], names: number, i: number): X | undefined {
	if (values.length === names) return values[i];
	return values.length === 1 ? values[0] : undefined;
}
