import type { Node as Syntax } from 'web-tree-sitter';
import type { Node, NodeTable } from '../../text/nodes';
import type { Span } from '../../text/span';
import type { HclComment, HclProblem } from './file';

/** A problem whose place is not yet a node. */
export interface Wrong extends Span {
	readonly message: string;
}

/** The most problems reported in one file. */
export const mostProblems = 100;

/** The text being read, its nodes and its problems. */
export class Source {
	readonly #problems: Wrong[] = [];

	constructor(
		readonly text: string,
		readonly table: NodeTable,
		readonly comments: readonly HclComment[],
	) {}

	node(from: number, to: number): Node {
		return this.table.add(from, to);
	}

	nodeOf(syntax: Syntax): Node {
		return this.table.add(syntax.startIndex, syntax.endIndex);
	}

	slice({ startIndex, endIndex }: { readonly startIndex: number; readonly endIndex: number }): string {
		return this.text.slice(startIndex, endIndex);
	}

	/** Whether a line ends between two offsets. */
	breaks(from: number, to: number): boolean {
		return this.text.slice(from, to).includes('\n');
	}

	/** A stretch of the text without the comments in it. */
	uncommented(from: number, to: number): string {
		let low = 0;
		for (let high = this.comments.length; low < high; ) {
			const middle = (low + high) >> 1;
			if ((this.comments[middle] as HclComment).start < from) low = middle + 1;
			else high = middle;
		}
		let out = '';
		let done = from;
		for (let at = low; at < this.comments.length; at++) {
			const { start, end } = this.comments[at] as HclComment;
			if (start >= to) break;
			out += this.text.slice(done, start).replace(/[ \t]+$/, '');
			done = Math.min(end, to);
		}
		return out + this.text.slice(done, to);
	}

	wrong(message: string, start: number, end: number): void {
		this.#problems.push({ message, start, end });
	}

	/** All problems in the order of the text, one for each place. */
	allProblems(others: readonly Wrong[]): HclProblem[] {
		const seen = new Set<number>();
		return [...others, ...this.#problems]
			.sort((a, b) => a.start - b.start)
			.filter(({ start }) => !seen.has(start) && seen.add(start))
			.slice(0, mostProblems)
			.map(({ message, start, end }) => ({ message, node: this.node(start, end) }));
	}
}
