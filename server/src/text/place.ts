import type { Node } from './nodes';

/**
 * Where in a plugin something stands. `path` is relative to the plugin's root, with `/`.
 *
 * With a `node`, `from` and `to` are offsets within it (a part of a string, say); without one they are offsets in the file.
 * With neither a node nor offsets the place is the file itself, shown on its first line.
 */
export interface Place {
	readonly path: string;
	/** The declaration that the node is counted in, where a file's nodes are counted by declarations (Go). */
	readonly decl?: string;
	readonly node?: Node;
	readonly from?: number;
	readonly to?: number;
}

/** The place of a file, or of one of its nodes; `decl` names the declaration that the node is counted in. */
export const at = (path: string, node?: Node, decl?: string): Place => ({
	path,
	...(decl === undefined || node === undefined ? {} : { decl }),
	...(node === undefined ? {} : { node }),
});

/** A part of a place: `from` and `to` count from where the place starts. */
export function partOfPlace(place: Place, from: number, to: number): Place {
	const base = place.node === undefined ? (place.from ?? 0) : 0;
	return { ...place, from: base + from, to: base + to };
}
