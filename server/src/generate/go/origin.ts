import type { Read } from '../../facts/core/database';
import { goFile } from '../../facts/go/file';
import { nodes } from '../../syntax/go/file';
import { at, type Place } from '../../text/place';

/**
 * What in a Go file something generated comes from, by name: a type, or its n-th field declaration. Where that stands is looked up
 * only when it is shown: most generated files are up to date.
 */
export interface Origin {
	readonly path: string;
	readonly type: string;
	readonly field?: number;
}

/** Where an origin stands; the file itself where it is not found there any more. */
export function placeOf(read: Read, { path, type, field }: Origin): Place {
	const found = read(goFile, path)?.types.find(({ name }) => name === type);
	return at(path, field === undefined ? nodes.type.name : found?.fields?.[field]?.node, found?.decl);
}
