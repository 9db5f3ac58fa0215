import type { NodeSpans } from '../../text/nodes';
import type { Captured } from './captures';
import { openField, openFunction, openImport, openType } from './declarations';
import { Draft, type Open } from './draft';
import { openBinding, openCall, openLiteral, openReturn, openValue } from './expressions';
import type { GoFile } from './file';

const bindings = { const: 'const', var: 'var', define: 'define', assign: 'assign', range: 'range' } as const;
const directive = /^\/\/(?:[a-z0-9]+:[a-z0-9]|line |extern |export )/;

/** Puts the captures of one file together, given in the order of `inOrder`. */
export class Builder {
	readonly #draft: Draft;

	constructor(source: string) {
		this.#draft = new Draft(source);
	}

	/** What was put together, when all captures were given. */
	finish(): { file: GoFile; spans: NodeSpans } {
		const { file, nodes } = this.#draft;
		return { file, spans: nodes.spans };
	}

	/** Takes the next capture. */
	see(captured: Captured): void {
		const { stack, file, nodes, source } = this.#draft;
		const { role, start, end } = captured;
		while (stack.length > 0 && (stack.at(-1) as Open).end <= start) stack.pop();
		if (role.part !== undefined) this.#part(captured, role.thing, role.part);
		else if (role.thing === 'comment') this.#comment(start, end);
		else if (role.thing === 'package') file.package ??= this.#draft.text(captured);
		else if (role.thing === 'problem') file.problems.push({ node: nodes.add(start, end) });
		else if (role.thing === 'typedecl')
			this.#draft.declaration = { node: nodes.add(start, end), end, grouped: /^type\s*\(/.test(source.slice(start, start + 40)), count: 0 };
		else stack.push(this.#open(role.thing, start, end));
	}

	/** Hands a part to the innermost thing of its kind that reaches as far; comments stand among arguments and are none. */
	#part(captured: Captured, owner: string, name: string): void {
		const { stack, source } = this.#draft;
		for (let i = stack.length - 1; i >= 0; i--) {
			const open = stack[i] as Open;
			if (open.name !== owner || open.end < captured.end) continue;
			const { start } = captured;
			const isComment = source[start] === '/' && (source[start + 1] === '/' || source[start + 1] === '*');
			if (!isComment) open.part(name, this.#draft.text(captured), captured);
			return;
		}
	}

	#open(thing: string, start: number, end: number): Open {
		switch (thing) {
			case 'import':
				return openImport(this.#draft, start, end);
			case 'type':
			case 'alias':
				return openType(this.#draft, thing === 'alias', start, end);
			case 'field':
				return openField(this.#draft, start, end);
			case 'func':
				return openFunction(this.#draft, start, end);
			case 'call':
				return openCall(this.#draft, start, end);
			case 'literal':
				return openLiteral(start, end);
			case 'value':
				return openValue(this.#draft, start, end);
			case 'return':
				return openReturn(this.#draft, start, end);
			case 'struct':
				return { name: thing, start, end, part: () => {} };
			default:
				return openBinding(this.#draft, bindings[thing as keyof typeof bindings], start, end);
		}
	}

	#comment(start: number, end: number): void {
		const { source, file, nodes } = this.#draft;
		const text = source.slice(start, end).replace(/\r$/, '');
		if (directive.test(text)) file.directives.push({ text, node: nodes.add(start, start + text.length) });
	}
}
