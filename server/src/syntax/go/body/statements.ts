import { Broken } from '../outline/lexer';
import { type Block, type Ending, type Expr, statementNode, type X } from './body';
import { ExpressionReader } from './expressions';
import { type Parameter, TooDeep } from './types';

/** Functions behind a call of which nothing runs. */
const final: ReadonlySet<string> = new Set(['os.Exit', 'log.Fatal', 'log.Fatalf', 'log.Fatalln', 'log.Panic', 'log.Panicf', 'log.Panicln']);
const assigning = new Set(['=', ':=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=', '&^=']);

/** Whether a statement may be left by `break`, and whether it is. */
interface Breakable {
	readonly label: string | undefined;
	broken: boolean;
}

/** Reads statements (Go specification, "Statements"). A broken one is passed over, to the end of its line. */
export class StatementReader extends ExpressionReader {
	#breakables: Breakable[] = [];
	#label: string | undefined;

	/** A block in braces, of which the scope is open; goes behind it. */
	protected body(): Ending {
		this.expect('{');
		const ends = this.#list();
		this.expect('}');
		return ends;
	}

	protected closure(start: number, parameters: readonly Parameter[], results: readonly Parameter[]): X {
		const { draft } = this;
		const [outer, breakables] = [this.level, this.#breakables];
		[this.level, this.#breakables] = [0, []];
		const block = draft.open('closure');
		this.declareParameters(parameters, 'parameter');
		this.declareParameters(results, 'result');
		draft.close(this.nested(() => this.body()));
		[this.level, this.#breakables] = [outer, breakables];
		return draft.add({ op: 'func', block }, start, this.behind);
	}

	/** Declares what a signature names. */
	protected declareParameters(list: readonly Parameter[], kind: 'receiver' | 'parameter' | 'result'): void {
		for (const { at, type, variadic } of list) if (at !== undefined) this.draft.declare(at, { kind, type: variadic ? { kind: 'slice', element: type } : type });
	}

	/** Statements up to the end of a block or of a case. */
	#list(): Ending {
		let ends: Ending = 'falls';
		while (!this.at('}') && !this.at('case') && !this.at('default') && !this.at('eof')) {
			if (this.at(';')) {
				this.next();
				continue;
			}
			ends = this.#recovering();
		}
		return ends;
	}

	#recovering(): Ending {
		const { draft, level, start } = this;
		const { depth } = draft;
		const breakables = [...this.#breakables];
		try {
			const ends = this.nested(() => this.#statement());
			const { token } = this;
			if (token !== ';' && token !== '}' && token !== 'case' && token !== 'default') throw new Broken();
			return ends;
		} catch (error) {
			if (!(error instanceof Broken) || error instanceof TooDeep) throw error;
			draft.problems.push(statementNode(draft.state({ kind: 'bad', block: draft.block }, this.start, Math.max(this.end, this.start))));
			draft.backTo(depth);
			this.level = level;
			this.#breakables = breakables;
			this.#skip(start);
			return 'falls';
		}
	}

	/** Goes to the end of the line, and out of the braces that were opened on the way. */
	#skip(start: number): void {
		let open = [...this.text.slice(start, this.start)].reduce((depth, c) => depth + (c === '{' ? 1 : c === '}' ? -1 : 0), 0);
		for (; !this.at('eof'); this.#advance()) {
			if (this.at('{')) open++;
			else if (this.at('}') && --open < 0) return;
			else if (this.at(';') && open <= 0) return;
		}
	}

	/** Goes on by one token, whatever stands there. */
	#advance(): void {
		try {
			this.next();
		} catch (error) {
			if (!(error instanceof Broken)) throw error;
			this.end = Math.max(this.end, this.start) + 1;
		}
	}

	#statement(): Ending {
		const label = this.#label;
		this.#label = undefined;
		const { start, draft } = this;
		const { block } = draft;
		switch (this.token) {
			case 'var':
			case 'const':
				this.#declaration(this.token);
				return 'falls';
			case 'type':
				this.#types();
				return 'falls';
			case 'return': {
				this.next();
				const values = this.at(';') || this.at('}') ? [] : this.expressions();
				draft.state({ kind: 'return', values, block }, start, this.behind);
				return 'returns';
			}
			case 'go':
			case 'defer':
				this.#called(this.token);
				return 'falls';
			case 'break':
			case 'continue':
			case 'goto':
			case 'fallthrough':
				return this.#branch(this.token);
			case '{':
				return this.#block('block');
			case 'if':
				return this.#headed(() => this.#if());
			case 'for':
				return this.#headed(() => this.#for(label));
			case 'switch':
				return this.#headed(() => this.#switch(label));
			case 'select':
				this.next();
				return this.#cases(label, true, () => this.#communication());
			default:
				return this.#simple(true);
		}
	}

	#block(by: Block['by'], conditions?: readonly X[]): Ending {
		this.draft.open(by, conditions);
		const ends = this.body();
		this.draft.close(ends);
		return ends;
	}

	/** What has a head with a scope of its own, in which a brace opens a block. */
	#headed(read: () => Ending): Ending {
		this.draft.open('header');
		const { level } = this;
		const ends = read();
		this.level = level;
		this.draft.close(ends);
		return ends;
	}

	#branch(word: string): Ending {
		const { start, draft } = this;
		this.next();
		const label = this.at('name') ? this.name : undefined;
		if (label !== undefined) this.next();
		draft.state({ kind: 'branch', word, ...(label === undefined ? {} : { label }), block: draft.block }, start, this.behind);
		const left = word === 'break' ? this.#breakables.findLast(one => label === undefined || one.label === label) : undefined;
		if (left) left.broken = true;
		return word === 'fallthrough' ? 'falls' : 'jumps';
	}

	#called(kind: 'go' | 'defer'): void {
		const { start, draft } = this;
		this.next();
		const of = this.expression();
		const call = draft.exprs[of];
		const fn = call?.op === 'call' ? draft.exprs[call.fn] : undefined;
		if (fn?.op === 'func') (draft.blocks[fn.block] as Block).by = kind;
		draft.state({ kind, of, block: draft.block }, start, this.behind);
	}

	/** Declarations of variables or constants; at package level they declare no locals. */
	#declaration(kind: 'var' | 'const'): void {
		this.next();
		this.#group(() => this.values(kind));
	}

	#group(one: () => void): void {
		if (!this.at('(')) {
			one();
			return;
		}
		this.next();
		while (!this.at(')')) {
			one();
			if (!this.at(')')) this.expect(';');
		}
		this.next();
	}

	/** One specification, `a, b T = x, y`. */
	protected values(kind: 'var' | 'const'): void {
		const { start, draft } = this;
		const targets = [this.ref()];
		while (this.at(',')) {
			this.next();
			targets.push(this.ref());
		}
		const type = this.at('=') || this.at(';') || this.at(')') || this.at('eof') ? undefined : this.type();
		const values: X[] = [];
		if (this.at('=')) {
			this.next();
			values.push(...this.expressions());
		}
		const { block } = draft;
		const typed = type === undefined ? {} : { type };
		draft.state({ kind: 'assign', operator: kind, targets, values, ...typed, block }, start, this.behind);
		if (block === -1) return;
		for (const [i, at] of targets.entries())
			draft.declare(at, { kind: kind === 'var' ? 'variable' : 'constant', ...typed, ...initial(values, targets.length, i) });
	}

	#types(): void {
		this.next();
		this.#group(() => {
			const at = this.ref();
			this.draft.declare(at, { kind: 'type' });
			if (this.at('[') && this.#opensTypeParameters()) {
				this.draft.open('block');
				this.typeParameters();
				this.#defined();
				this.draft.close('falls');
			} else this.#defined();
		});
	}

	#defined(): void {
		if (this.at('=')) this.next();
		this.type();
	}

	/** Whether a bracket behind the name of a type opens parameters, and not the length of an array. */
	#opensTypeParameters(): boolean {
		return /^\[\s*[\p{L}_][\p{L}\p{N}_]*(?:\s*,|\s+[\p{L}_~*[(<])/u.test(this.text.slice(this.start, this.start + 400));
	}

	/** A simple statement; `labels` where a label may stand here. */
	#simple(labels = false): Ending {
		const { start, draft } = this;
		const { block } = draft;
		if (this.at('range')) return this.#range([], start);
		const left = this.expressions();
		const operator = this.token;
		if (operator === ':' && labels && left.length === 1 && draft.exprs[left[0] as X]?.op === 'ref') return this.#labeled(left[0] as X);
		if (assigning.has(operator)) {
			this.next();
			if (this.at('range')) return this.#range(left, start, operator);
			const values = this.expressions();
			draft.state({ kind: 'assign', operator, targets: left, values, block }, start, this.behind);
			this.#assign(operator, left, values);
			return 'falls';
		}
		const [first] = left as [X];
		if (left.length > 1) throw new Broken();
		if (operator === '<-') {
			this.next();
			draft.state({ kind: 'send', to: first, value: this.expression(), block }, start, this.behind);
		} else if (operator === '++' || operator === '--') {
			this.next();
			draft.write(first, undefined);
			draft.state({ kind: 'step', of: first, block }, start, this.behind);
		} else {
			draft.state({ kind: 'expression', of: first, block }, start, this.behind);
			return this.#isFinal(first) ? 'exits' : 'falls';
		}
		return 'falls';
	}

	#labeled(label: X): Ending {
		const { name } = this.draft.exprs[label] as Expr & { op: 'ref' };
		this.next();
		if (this.at('}') || this.at(';')) return 'falls';
		this.#label = name;
		return this.nested(() => this.#statement());
	}

	#assign(operator: string, targets: readonly X[], values: readonly X[]): void {
		const { draft } = this;
		for (const [i, target] of targets.entries()) {
			const { init, nth } = initial(values, targets.length, i);
			const expr = draft.exprs[target] as Expr;
			if (operator !== ':=') draft.write(target, init);
			else if (expr.op !== 'ref') throw new Broken();
			else if (draft.findHere(expr.name) !== undefined && expr.name !== '_') draft.write(target, init);
			else draft.declare(target, { kind: 'variable', ...(init === undefined ? {} : { init }), ...(nth === undefined ? {} : { nth }) });
		}
	}

	/** `for … range over`, of which the keyword is here. */
	#range(targets: readonly X[], start: number, operator?: string): Ending {
		const { draft } = this;
		this.next();
		const over = this.expression();
		draft.state({ kind: 'range', targets, over, block: draft.block }, start, this.behind);
		for (const [nth, target] of targets.entries()) {
			if (operator === ':=') draft.declare(target, { kind: 'variable', init: over, nth, ranges: true });
			else draft.write(target, undefined);
		}
		return 'falls';
	}

	#isFinal(x: X): boolean {
		const call = this.draft.exprs[x];
		const fn = call?.op === 'call' ? this.draft.exprs[call.fn] : undefined;
		if (fn?.op === 'ref') return fn.name === 'panic' && fn.to === undefined;
		const of = fn?.op === 'select' ? this.draft.exprs[fn.of] : undefined;
		return fn?.op === 'select' && of?.op === 'ref' && of.to === undefined && final.has(`${of.name}.${fn.name}`);
	}

	#if(): Ending {
		const { draft } = this;
		this.next();
		this.level = -1;
		let condition: X | undefined;
		if (!this.at(';')) condition = this.#condition();
		if (condition === undefined) {
			this.expect(';');
			condition = this.expression();
		}
		this.level = 0;
		const ends = this.#block('if', [condition]);
		if (!this.at('else')) return 'falls';
		this.next();
		if (!this.at('if')) return joined([ends, this.#block('else')]);
		draft.open('else');
		const other = this.nested(() => this.#headed(() => this.#if()));
		draft.close(other);
		return joined([ends, other]);
	}

	/** The expression in a head, where a brace follows; undefined where what was read is a statement before a semicolon. */
	#condition(): X | undefined {
		this.#simple();
		return this.at(';') ? undefined : this.draft.takeExpression();
	}

	#for(label: string | undefined): Ending {
		this.next();
		this.level = -1;
		const conditions: X[] = [];
		let endless = true;
		if (!this.at('{')) {
			endless = false;
			if (!this.at(';')) {
				const condition = this.#condition();
				if (condition !== undefined) conditions.push(condition);
			}
			if (this.at(';')) {
				this.next();
				if (!this.at(';') && !this.at('{')) conditions.push(this.expression());
				endless = conditions.length === 0;
				if (this.at(';')) this.next();
				if (!this.at('{')) this.#simple();
			}
		}
		this.level = 0;
		return this.#breakable(label, () => {
			this.#block('loop', conditions);
			return endless ? 'exits' : 'falls';
		});
	}

	/** What `break` may leave: then it goes on behind it. */
	#breakable(label: string | undefined, read: () => Ending): Ending {
		const one: Breakable = { label, broken: false };
		this.#breakables.push(one);
		const ends = read();
		this.#breakables.pop();
		return one.broken ? 'falls' : ends;
	}

	#switch(label: string | undefined): Ending {
		this.next();
		this.level = -1;
		if (!this.at('{')) {
			if (!this.at(';')) this.#tag();
			if (this.at(';')) {
				this.next();
				if (!this.at('{')) this.#tag();
			}
		}
		this.level = 0;
		return this.#cases(label, false, () => this.expressions());
	}

	/** What a switch compares, or a statement before it. */
	#tag(): void {
		const { start, draft } = this;
		const of = this.#condition();
		if (of !== undefined) draft.state({ kind: 'switch', of, block: draft.block }, start, this.behind);
	}

	/** The cases of a switch or a select; `complete` where one of them always runs. */
	#cases(label: string | undefined, complete: boolean, head: () => readonly X[]): Ending {
		const { draft } = this;
		const ends: Ending[] = [];
		let always = complete;
		this.expect('{');
		const left = this.#breakable(label, () => {
			while (!this.at('}')) {
				if (this.at('default')) always = true;
				if (!this.at('default') && !this.at('case')) throw new Broken();
				const isCase = this.at('case');
				this.next();
				draft.open('case', isCase ? this.nested(head) : []);
				this.expect(':');
				const end = this.#list();
				draft.close(end);
				const last = draft.statements.at(-1);
				if (last?.kind !== 'branch' || last.word !== 'fallthrough') ends.push(end); // else it ends as the next one does
			}
			return always ? joined(ends) : 'falls';
		});
		this.next();
		return left;
	}

	/** What a case of a select waits for. */
	#communication(): readonly X[] {
		this.#simple();
		return [];
	}
}

/** Which value a name gets: its own, or one of those of a single call. */
function initial(values: readonly X[], names: number, i: number): { readonly init?: X; readonly nth?: number } {
	if (values.length === 0) return {};
	const init = values.length === names ? values[i] : values[0];
	return init === undefined ? {} : values.length === names ? { init } : { init, nth: i };
}

/** How alternatives end together. */
function joined(ends: readonly Ending[]): Ending {
	if (ends.includes('falls')) return 'falls';
	if (ends.includes('jumps')) return 'jumps';
	return ends.includes('returns') ? 'returns' : 'exits';
}
