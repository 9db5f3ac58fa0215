import { type Node, type NodeSpans, NodeTable } from '../../text/nodes';
import type { Captured } from './captures';
import type { Documentable } from './docs';
import type { GoBinding, GoCall, GoComment, GoField, GoFile, GoFunction, GoImport, GoLiteral, GoReturn, GoText, GoType } from './file';
import { fold, readParameters } from './parameters';
import { unquote } from './unquote';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A thing whose parts are still coming: what it is, where it ends, and what takes its parts. */
interface Open {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	part(name: string, text: GoText, captured: Captured): void;
}

const kinds = { const: 'const', var: 'var', define: 'define', assign: 'assign', range: 'range' } as const;
const directive = /^\/\/(?:[a-z0-9]+:[a-z0-9]|line |extern |export )/;

/** Puts the captures of one file together, given in the order of `inOrder`. */
export class Builder {
	readonly #nodes = new NodeTable();
	readonly #stack: Open[] = [];
	readonly #comments: GoComment[] = [];
	readonly #documentable: Documentable[] = [];
	readonly #file: Mutable<GoFile>;
	#function = -1;
	#functionEnd = -1;
	#declaration: { node: Node; count: number; grouped: boolean; end: number } | undefined;

	constructor(readonly source: string) {
		const head = source.slice(0, 4096);
		const generated = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/m.test(head);
		this.#file = { imports: [], types: [], functions: [], calls: [], literals: [], bindings: [], returns: [], directives: [], problems: [], generated };
	}

	finish(): { file: GoFile; spans: NodeSpans; comments: GoComment[]; documentable: Documentable[] } {
		return { file: this.#file, spans: this.#nodes.spans, comments: this.#comments, documentable: this.#documentable };
	}

	see(captured: Captured): void {
		const { role, start, end } = captured;
		const name = role.thing;
		while (this.#stack.length > 0 && (this.#stack.at(-1) as Open).end <= start) this.#stack.pop();
		if (role.part !== undefined) return this.#part(captured, name, role.part);
		if (name === 'comment') return this.#comment(start, end);
		if (name === 'package') this.#file.package ??= this.#text(captured);
		else if (name === 'problem') this.#file.problems.push({ node: this.#nodes.add(start, end) });
		else if (name === 'typedecl')
			this.#declaration = { node: this.#documented(start, end), count: 0, grouped: /^type\s*\(/.test(this.source.slice(start, start + 40)), end };
		else this.#stack.push(this.#open(name, start, end));
	}

	#part(captured: Captured, owner: string, name: string): void {
		for (let i = this.#stack.length - 1; i >= 0; i--) {
			const open = this.#stack[i] as Open;
			if (open.name !== owner || open.end < captured.end) continue;
			const { start } = captured;
			const isComment = this.source[start] === '/' && (this.source[start + 1] === '/' || this.source[start + 1] === '*');
			if (!isComment) open.part(name, this.#text(captured), captured);
			return;
		}
	}

	#open(name: string, start: number, end: number): Open {
		switch (name) {
			case 'import':
				return this.#import(start, end);
			case 'type':
			case 'alias':
				return this.#type(name === 'alias', start, end);
			case 'field':
				return this.#field(start, end);
			case 'func':
				return this.#func(start, end);
			case 'call':
				return this.#call(start, end);
			case 'literal':
			case 'value':
				return this.#literal(name, start, end);
			case 'return':
				return this.#return(start, end);
			case 'struct':
				return { name, start, end, part: () => {} };
			default:
				return this.#binding(kinds[name as keyof typeof kinds], start, end);
		}
	}

	#comment(start: number, end: number): void {
		const text = this.source.slice(start, end).replace(/\r$/, '');
		this.#comments.push({ text, start, end: start + text.length });
		if (directive.test(text)) this.#file.directives.push({ text, node: this.#nodes.add(start, start + text.length) });
	}

	#import(start: number, end: number): Open {
		const made: Mutable<GoImport> = { path: '', node: this.#nodes.add(start, end), pathNode: 0 as Node };
		this.#file.imports.push(made);
		return {
			name: 'import',
			start,
			end,
			part: (name, { text, node }) => (name === 'name' ? (made.name = text) : ((made.path = unquote(text)), (made.pathNode = node))),
		};
	}

	#type(alias: boolean, start: number, end: number): Open {
		const declaration = this.#declaration !== undefined && end <= this.#declaration.end ? this.#declaration : undefined;
		const spec = this.#documented(start, end);
		const made: Mutable<GoType> = {
			name: '',
			node: spec,
			alias,
			type: { text: '', node: spec },
			spec,
			declaration: declaration?.node ?? spec,
			index: declaration ? declaration.count++ : 0,
			grouped: declaration?.grouped ?? false,
		};
		if (declaration && this.#within(start) === -1) this.#file.types.push(made);
		return {
			name: 'type',
			start,
			end,
			part: (name, text) => {
				if (name === 'name') Object.assign(made, { name: text.text, node: text.node });
				else if (name === 'parameters') made.typeParameters = text.text;
				else {
					made.type = text;
					if (text.text === 'struct') made.fields = [];
				}
			},
			...{ fields: made },
		};
	}

	#field(start: number, end: number): Open {
		const struct = this.#stack.at(-1);
		const owner = this.#stack.at(-2) as (Open & { fields?: { fields?: GoField[] } }) | undefined;
		const node = this.#documented(start, end);
		const names: GoText[] = [];
		const made: Mutable<GoField> & { names: GoText[] } = { names, type: { text: '', node }, node };
		if (struct?.name === 'struct' && owner?.name === 'type' && struct.end === owner.end) owner.fields?.fields?.push(made);
		return {
			name: 'field',
			start,
			end,
			part: (name, text, captured) => {
				if (name === 'name') names.push(text);
				else if (name === 'tag') made.tag = { value: unquote(this.source.slice(captured.start, captured.end)), node: text.node };
				else made.type = names.length === 0 && this.source[start] === '*' ? { text: `*${text.text}`, node: this.#nodes.add(start, captured.end) } : text;
			},
		};
	}

	#func(start: number, end: number): Open {
		const declaration = this.#documented(start, end);
		const made: Mutable<GoFunction> = { name: '', node: declaration, parameters: [], results: [], declaration };
		this.#function = this.#file.functions.push(made as GoFunction) - 1;
		this.#functionEnd = end;
		return {
			name: 'func',
			start,
			end,
			part: (name, { text, node }) => {
				if (name === 'name') Object.assign(made, { name: text, node });
				else if (name === 'body') made.body = node;
				else if (name === 'parameters') made.parameters = readParameters(text);
				else if (name === 'result') made.results = readParameters(text);
				else {
					const own = readParameters(text)[0];
					if (own)
						made.receiver = {
							...(own.name === undefined ? {} : { name: own.name }),
							type: own.type.replace(/^\*\s*/, '').replace(/\[.*$/s, ''),
							pointer: own.type.startsWith('*'),
						};
				}
			},
		};
	}

	#call(start: number, end: number): Open {
		const node = this.#nodes.add(start, end);
		const made: Mutable<GoCall> = { callee: { text: '', node }, arguments: [], within: this.#within(start), node };
		this.#file.calls.push(made);
		return { name: 'call', start, end, part: (name, text) => (name === 'callee' ? (made.callee = text) : made.arguments.push(text)) };
	}

	#literal(name: string, start: number, end: number): Open {
		const outer = this.#stack.at(-1) as (Open & { pending?: GoText }) | undefined;
		if (name === 'literal') {
			const open: Open & { pending?: GoText } = { name, start, end, part: (_, text) => (open.pending = text) };
			return open;
		}
		const typed = outer?.name === 'literal' && outer.end === end ? outer : undefined;
		const body = this.#nodes.add(start, end);
		const made: Mutable<GoLiteral> = {
			type: typed?.pending ?? { text: '', node: body },
			entries: [],
			elements: [],
			within: this.#within(start),
			node: typed ? this.#nodes.add(typed.start, end) : body,
			body,
		};
		this.#file.literals.push(made);
		let key: GoText | undefined;
		return {
			name: 'value',
			start,
			end,
			part: (part, text) => {
				if (part === 'element') made.elements.push(text);
				else if (part === 'key') key = text;
				else if (key) made.entries.push({ key, value: text });
			},
		};
	}

	#binding(kind: GoBinding['kind'], start: number, end: number): Open {
		const made: Mutable<GoBinding> = { kind, names: [], values: [], within: this.#within(start), node: this.#nodes.add(start, end) };
		this.#file.bindings.push(made);
		return {
			name: 'binding',
			start,
			end,
			part: (name, text) => void (name === 'type' ? (made.type = text.text) : name === 'name' ? made.names.push(text) : made.values.push(text)),
		};
	}

	#return(start: number, end: number): Open {
		const made: Mutable<GoReturn> = { values: [], within: this.#within(start), node: this.#nodes.add(start, end) };
		this.#file.returns.push(made);
		return { name: 'return', start, end, part: (_, text) => void made.values.push(text) };
	}

	#within = (start: number): number => (start < this.#functionEnd ? this.#function : -1);

	#text({ start, end }: Captured): GoText {
		return { text: brief(this.source.slice(start, end)), node: this.#nodes.add(start, end) };
	}

	#documented(start: number, end: number): Node {
		const node = this.#nodes.add(start, end);
		this.#documentable.push({ node, start });
		return node;
	}
}

const long = 4096;

/** An expression as facts keep it: of a function literal, a struct or an interface only the word, as their insides are reported apart. */
function brief(source: string): string {
	const word = source.endsWith('}') ? /^(?:func|struct|interface)\b(?=[\s({])/.exec(source)?.[0] : undefined;
	if (word !== undefined && !/^interface\s*\{\s*\}$/.test(source)) return word;
	if (source.startsWith('{')) return '{';
	if (source.length <= long || /^["`]/.test(source)) return fold(source);
	return fold(source.slice(0, Math.max(0, source.indexOf('{')) || long));
}
