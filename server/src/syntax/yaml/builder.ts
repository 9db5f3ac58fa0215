import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Node, NodeTable } from '../../text/nodes';
import type { YamlEntry, YamlList, YamlMap, YamlProblem, YamlScalar, YamlStyle, YamlValue } from './file';
import { mergeInto } from './merge';

const styles: Readonly<Record<string, YamlStyle>> = { QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double', BLOCK_LITERAL: 'literal', BLOCK_FOLDED: 'folded' };

/** How many values aliases and merges may bring in, all together. */
const mostExpanded = 10_000;
/** The most problems reported in one file. */
const mostProblems = 100;
/** The maximum nesting of collections. */
const deepest = 200;

/** A value, how many values are in it, and where it ends. */
interface Sized {
	readonly value: YamlValue;
	readonly size: number;
}

/** Turns the library's nodes into plain values, putting in what aliases name. */
export class Builder {
	readonly #anchors = new Map<string, Sized | undefined>();
	readonly #problems: { message: string; start: number; end: number }[] = [];
	#expanded = 0;
	#size = 0;
	#end = 0;

	constructor(
		readonly text: string,
		readonly table: NodeTable,
	) {}

	problem(message: string, start: number, end: number): void {
		if (this.#problems.length >= mostProblems) return;
		const from = Math.min(start, this.text.length);
		this.#problems.push({ message: message.replace(/\s+/g, ' ').trim(), start: from, end: Math.max(from, Math.min(end, this.text.length)) });
	}

	/** All problems in the order of the text. */
	problems(): YamlProblem[] {
		return this.#problems.sort((a, b) => a.start - b.start).map(({ message, start, end }) => ({ message, node: this.table.add(start, end) }));
	}

	/** The value that a node of the library stands for. */
	value(node: unknown, at: number, depth = 0): YamlValue {
		if (!isNode(node)) return this.#null(at);
		const [start, end] = node.range ?? [at, at];
		if (isAlias(node)) return this.#alias(node.source, start, end);
		const before = this.#size++;
		if (node.anchor) this.#anchors.set(node.anchor, undefined);
		let value: YamlValue;
		if (depth > deepest) {
			this.problem('Nested too deeply: not read', start, start);
			value = this.#null(start);
		} else if (isMap(node)) value = this.#map(node, start, depth);
		else if (isSeq(node)) value = this.#list(node, start, depth);
		else value = this.#scalar(node as Scalar, start, end);
		if (node.anchor) this.#anchors.set(node.anchor, { value, size: this.#size - before });
		return value;
	}

	/** Counts values that are used once more; false, and a problem, where that would be too many. */
	expand(size: number, start: number, end: number): boolean {
		this.#expanded += size;
		this.#size += size;
		if (this.#expanded <= mostExpanded) return true;
		this.problem('Aliases expand to too many values, so this one is read as null', start, end);
		return false;
	}

	#alias(name: string, start: number, end: number): YamlValue {
		const known = this.#anchors.get(name);
		this.#end = end;
		if (known && this.expand(known.size, start, end)) return known.value;
		if (!known)
			this.problem(
				this.#anchors.has(name) ? `Alias "${name}" refers to itself` : `Unresolved alias (the anchor must be set before the alias): ${name}`,
				start,
				end,
			);
		return this.#null(start, end);
	}

	#null(start: number, end = start): YamlScalar {
		this.#end = end;
		return { kind: 'scalar', value: null, text: '', style: 'plain', node: this.table.add(start, end), contentNode: this.table.add(start, end) };
	}

	#scalar(node: Scalar, start: number, end: number): YamlScalar {
		const { value, source, type } = node;
		const style = styles[type ?? ''] ?? 'plain';
		const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value);
		const text = typeof value === 'string' ? value : (source ?? '');
		let [from, to] = [start, end];
		if (style === 'single' || style === 'double') {
			const quote = this.text[start];
			from = Math.min(start + 1, end);
			to = end > from && this.text[end - 1] === quote ? end - 1 : end;
		} else if (style === 'literal' || style === 'folded') {
			const newline = this.text.indexOf('\n', start);
			from = newline < 0 || newline >= end ? end : newline + 1;
		}
		this.#end = end;
		return { kind: 'scalar', value: plain, text, style, node: this.table.add(start, end), contentNode: this.table.add(from, to) };
	}

	#list(node: YAMLSeq, start: number, depth: number): YamlList {
		const end = node.flow ? (node.range?.[1] ?? start) : start;
		const items = node.items.map(item => (isPair(item) ? this.#null(start) : this.value(item, this.#end, depth + 1)));
		this.#end = Math.max(end, this.#end, start);
		return { kind: 'list', items, node: this.table.add(start, this.#end) };
	}

	#map(node: YAMLMap, start: number, depth: number): YamlMap {
		const end = node.flow ? (node.range?.[1] ?? start) : start;
		const seen = new Set<string>();
		const entries: YamlEntry[] = [];
		const merges: { value: YamlValue; node: Node; start: number; end: number }[] = [];
		for (const { key, value } of node.items) {
			const [from, to] = (isNode(key) && key.range) || [this.#end, this.#end];
			const scalar = isScalar(key) ? (typeof key.value === 'string' ? key.value : key.source) : undefined;
			if (isMap(key) || isSeq(key)) this.problem('Map keys must be scalars; a value that starts with {{ needs quotes', from, to);
			const name = scalar ?? this.text.slice(from, to);
			const keyNode = this.table.add(from, to);
			if (isNode(key) && key.anchor && isScalar(key)) this.#anchors.set(key.anchor, { value: this.#scalar(key, from, to), size: 1 });
			this.#end = to;
			const read = this.value(value, to, depth + 1);
			const entry = { key: name, keyNode, value: read, node: this.table.add(from, Math.max(to, this.#end)) };
			if (name === '<<' && isScalar(key) && (key.type ?? 'PLAIN') === 'PLAIN') merges.push({ value: read, node: keyNode, start: from, end: to });
			else {
				if (seen.has(name)) this.problem(`Map keys must be unique; "${name}" is repeated`, from, to);
				seen.add(name);
				entries.push(entry);
			}
		}
		const last = Math.max(end, this.#end, start);
		this.#end = last;
		for (const merge of merges) mergeInto(this, entries, seen, merge);
		return { kind: 'map', entries, node: this.table.add(start, last) };
	}
}
