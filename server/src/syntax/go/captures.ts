import type { QueryMatch } from 'web-tree-sitter';

/** What a capture is: a thing, or a part of the thing that encloses it. */
export interface Role {
	readonly thing: string;
	/** Undefined for the thing itself. */
	readonly part: string | undefined;
	/** Which comes first of two over the same text. */
	readonly rank: number;
}

/** A capture of the query as plain values, so that it outlives the tree. */
export interface Captured {
	readonly role: Role;
	readonly start: number;
	readonly end: number;
}

/**
 * Captures in the order in which the builder wants them: outer before inner. Of two over the same text a part comes before the thing,
 * as it is a part of what encloses both (`f()()`); only imports and fields can be no longer than a part of their own.
 *
 * They are asked for by match and sorted here: to give them in the order of the text itself, the library holds back what it has
 * found and hands out each match once for every capture in it.
 */
export function inOrder(matches: readonly QueryMatch[]): Captured[] {
	const roles = new Map<string, Role>();
	const plain: Captured[] = [];
	for (const { captures } of matches) {
		for (const { name, node } of captures) {
			const role = roles.get(name) ?? roleOf(name);
			roles.set(name, role);
			plain.push({ role, start: node.startIndex, end: node.endIndex });
		}
	}
	return plain.sort((a, b) => a.start - b.start || b.end - a.end || a.role.rank - b.role.rank);
}

function roleOf(name: string): Role {
	const [thing = '', part] = name.split('.', 2);
	return { thing, part, rank: name === 'import' || name === 'field' ? 0 : part === undefined ? 2 : 1 };
}
