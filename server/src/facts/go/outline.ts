import type { GoOutline, OutlineDocs } from '../../syntax/go/outline/outline';
import { type OutlineParse, readOutline } from '../../syntax/go/outline/read';
import type { Fact } from '../core/database';
import { sourceOf } from './go';

const outlineParse: Fact<OutlineParse | undefined, string> = (read, path) => {
	const source = sourceOf(read, path);
	return source && readOutline(source.text);
};

/** What a Go file declares, for generators: equal after an edit to a comment or to the body of a function; undefined where there is no such file, or it is too large. */
export const goOutline: Fact<GoOutline | undefined, string> = (read, path) => read(outlineParse, path)?.outline;

/** The doc comments of the types in a file's outline, in their order. */
export const goDocs: Fact<readonly OutlineDocs[], string> = (read, path) => read(outlineParse, path)?.docs ?? [];
