import type { QueryCapture } from 'web-tree-sitter';

/** A capture of the query as plain numbers, so that it outlives the tree. */
export interface Captured {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	readonly missing: boolean;
}

/**
 * Captures in the order in which the builder wants them: outer before inner. Of two over the same text a part comes before the thing,
 * as it is a part of what encloses both (`f()()`); only imports and fields can be no longer than a part of their own.
 */
export function inOrder(captures: readonly QueryCapture[]): Captured[] {
	const plain = captures.map(({ name, node }) => ({ name, start: node.startIndex, end: node.endIndex, missing: name === 'problem' && node.isMissing }));
	return plain.sort((a, b) => a.start - b.start || b.end - a.end || rank(a.name) - rank(b.name));
}

const rank = (name: string) => (name === 'import' || name === 'field' ? 0 : name.includes('.') ? 1 : 2);
