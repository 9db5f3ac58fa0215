import type { GoDocs, GoFile } from '../../syntax/go/file';
import type { DeclarationSpans, OutlineParse } from '../../syntax/go/outline/draft';
import { readOutline } from '../../syntax/go/outline/read';
import type { Fact } from '../core/database';
import { file } from '../core/inputs';
import { partsOf } from './symbols';

/** A larger Go file counts as generated data and is not read: it has no configuration structs, and the editor must not wait. */
const largest = 2_000_000;

/** What a Go file declares, with all that goes with it; undefined if there is no such file, or it is too large. */
const outline: Fact<OutlineParse | undefined, string> = (read, path) => {
	const state = read(file, path);
	return state !== undefined && 'text' in state && state.text.length <= largest ? readOutline(state.text) : undefined;
};

/** What a Go file declares: equal after an edit to a comment or to a body; undefined if there is no such file, or it is too large. */
export const goFile: Fact<GoFile | undefined, string> = (read, path) => read(outline, path)?.file;

/** The doc comments of the types that a Go file declares, in their order. */
export const goDocs: Fact<readonly GoDocs[], string> = (read, path) => read(outline, path)?.docs ?? [];

/** Where a declaration stands (`symbol(path, decl)`), and its nodes from there. For the engine and for fixes; a rule names nodes. */
export const declarationSpans: Fact<DeclarationSpans | undefined, string> = (read, key) => {
	const { path, decl } = partsOf(key);
	return read(outline, path)?.places[decl];
};

/** The text of a declaration (`symbol(path, decl)`), and what declares it: equal after an edit to any other. */
export const declarationText: Fact<{ readonly kind: DeclarationSpans['kind']; readonly text: string } | undefined, string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const state = read(file, path);
	const place = read(outline, path)?.places[decl];
	return place && state !== undefined && 'text' in state ? { kind: place.kind, text: state.text.slice(place.start, place.end) } : undefined;
};
