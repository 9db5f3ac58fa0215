import type { Span } from './span';

declare const ordinal: unique symbol;

/**
 * The n-th thing that a parser reported of a file, numbered in the order in which it reported them.
 *
 * Facts hold nodes, not offsets. An offset moves with every edit above it; a node is the same after an edit to a comment,
 * so whatever is derived from it is the same too, and no rule runs again. Only the engine turns nodes into offsets.
 */
export type Node = number & { readonly [ordinal]: true };

/** Where the nodes of one file stand: the spans of node 0, 1, 2 …, flattened to start, end, start, end. */
export type NodeSpans = readonly number[];

/** The span of a node, or undefined if the file has no such node. */
export function spanOf(spans: NodeSpans, node: Node): Span | undefined {
	const start = spans[node * 2];
	const end = spans[node * 2 + 1];
	return start === undefined || end === undefined ? undefined : { start, end };
}

/** Numbers the nodes of one file while it is being parsed. */
export class NodeTable {
	readonly #spans: number[] = [];

	/** Records a stretch of the file, and gives the node that stands for it. */
	add(start: number, end: number): Node {
		this.#spans.push(start, end);
		return (this.#spans.length / 2 - 1) as Node;
	}

	/** What was recorded so far. */
	get spans(): NodeSpans {
		return this.#spans;
	}
}

/** What every parser returns: what the file says, in nodes, and where its nodes stand. */
export interface Parsed<T> {
	readonly file: T;
	readonly spans: NodeSpans;
}
