import { type Action, Failed, NotRead, split } from './actions';
import { checkDepth } from './depth';
import { isFunction } from './functions';

export { Failed, NotRead };

/** An operand, call or pipeline of Go's text/template, as far as names in a GoReleaser config use them. */
export type Expression =
	| { readonly kind: 'literal'; readonly value: string | number | boolean | null }
	| { readonly kind: 'dot' }
	| { readonly kind: 'variable'; readonly name: string }
	| { readonly kind: 'field'; readonly of: Expression; readonly name: string }
	| { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** One part of a template. */
export type Part =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'print'; readonly value: Expression }
	| { readonly kind: 'set'; readonly name: string; readonly value: Expression }
	| { readonly kind: 'if' | 'with'; readonly value: Expression; readonly yes: readonly Part[]; readonly no: readonly Part[] };

/** The parts of a template. Throws NotRead, and Failed where Go would not parse it. */
export function parseTemplate(source: string): readonly Part[] {
	const actions = split(source);
	checkDepth(actions);
	const { parts, end, next } = block(actions, 0);
	if (end !== undefined || next < actions.length) throw new Failed(`unexpected {{${end?.[0] ?? 'end'}}}`);
	return parts;
}

/** Reads parts up to `end` or `else`; `end` holds the tokens of what stopped it. */
function block(actions: readonly Action[], from: number): { parts: Part[]; end?: readonly string[]; next: number } {
	const parts: Part[] = [];
	for (let i = from; i < actions.length; ) {
		const action = actions[i++] as Action;
		if (action.kind === 'text') {
			parts.push(action);
			continue;
		}
		const [word, ...rest] = action.tokens;
		if (word === 'end' || word === 'else') return { parts, end: action.tokens, next: i };
		if (word === 'if' || word === 'with') {
			const { part, next } = conditional(actions, word, rest, i);
			parts.push(part);
			i = next;
		} else if (word === undefined || /^(?:range|define|template|block|break|continue)$/.test(word)) throw new NotRead();
		else if (word.startsWith('$') && (rest[0] === ':=' || rest[0] === '=')) parts.push({ kind: 'set', name: word, value: pipeline(rest.slice(1)) });
		else parts.push({ kind: 'print', value: pipeline(action.tokens) });
	}
	return { parts, next: actions.length };
}

function conditional(actions: readonly Action[], kind: 'if' | 'with', condition: readonly string[], from: number): { part: Part; next: number } {
	const value = pipeline(condition);
	const then = block(actions, from);
	if (then.end?.[0] === 'end') return { part: { kind, value, yes: then.parts, no: [] }, next: then.next };
	if (then.end === undefined) throw new Failed('unexpected EOF');
	const [, again, ...rest] = then.end;
	if (again === 'if' || again === 'with') {
		const { part, next } = conditional(actions, again, rest, then.next);
		return { part: { kind, value, yes: then.parts, no: [part] }, next };
	}
	const otherwise = block(actions, then.next);
	if (otherwise.end?.[0] !== 'end') throw otherwise.end === undefined ? new Failed('unexpected EOF') : new NotRead();
	return { part: { kind, value, yes: then.parts, no: otherwise.parts }, next: otherwise.next };
}

function pipeline(all: readonly string[]): Expression {
	let value: Expression | undefined;
	for (const command of cut(all, '|')) value = call(command, value);
	if (value === undefined) throw new NotRead();
	return value;
}

function call(all: readonly string[], piped: Expression | undefined): Expression {
	const operands: (Expression | string)[] = [];
	for (let i = 0; i < all.length; i++) {
		const word = all[i] as string;
		if (word === '(') {
			const close = closing(all, i);
			operands.push(pipeline(all.slice(i + 1, close)));
			i = close;
		} else if (word.startsWith('+')) operands.push(fields(expressionOf(operands.pop()), word.slice(1)));
		else if (/^[A-Za-z_]/.test(word) && !/^(?:true|false|nil)$/.test(word)) operands.push(word);
		else operands.push(operand(word));
	}
	for (const operand of operands) if (typeof operand === 'string' && !isFunction(operand)) throw new Failed(`function "${operand}" not defined`);
	const [first, ...rest] = operands;
	if (typeof first === 'string') return { kind: 'call', name: first, args: [...rest.map(expressionOf), ...(piped ? [piped] : [])] };
	if (first === undefined || rest.length > 0 || piped) throw new NotRead();
	return first;
}

/** An operand; a function's name among them is a call without arguments. */
function expressionOf(operand: Expression | string | undefined): Expression {
	if (operand === undefined) throw new NotRead();
	return typeof operand === 'string' ? { kind: 'call', name: operand, args: [] } : operand;
}

function operand(word: string): Expression {
	if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true' };
	if (word === 'nil') return { kind: 'literal', value: null };
	if (word === '.') return { kind: 'dot' };
	if (word.startsWith('.')) return fields({ kind: 'dot' }, word);
	if (word.startsWith('$')) return { kind: 'variable', name: word };
	if (word.startsWith('`')) return { kind: 'literal', value: word.slice(1, -1) };
	if (word.startsWith('"'))
		return { kind: 'literal', value: word.slice(1, -1).replace(/\\(n|t|.)/g, (_, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c)) };
	if (/^-?\d/.test(word)) return { kind: 'literal', value: Number(word) };
	throw new NotRead();
}

const fields = (of: Expression, chain: string): Expression =>
	chain
		.slice(1)
		.split('.')
		.reduce<Expression>((value, name) => ({ kind: 'field', of: value, name }), of);

function closing(all: readonly string[], open: number): number {
	let depth = 0;
	for (let i = open; i < all.length; i++) {
		if (all[i] === '(') depth++;
		if (all[i] === ')' && --depth === 0) return i;
	}
	throw new NotRead();
}

function cut(all: readonly string[], at: string): string[][] {
	const out: string[][] = [[]];
	let depth = 0;
	for (const word of all) {
		depth += word === '(' ? 1 : word === ')' ? -1 : 0;
		if (word === at && depth === 0) out.push([]);
		else (out.at(-1) as string[]).push(word);
	}
	return out;
}
