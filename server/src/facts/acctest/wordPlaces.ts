import type { Fact } from '../core/database';
import { text } from '../core/files';
import { type Used, usesIn } from './templates';

/** Offsets in a file by what stands there: gathered once, as a template may use thousands of types. */
type Offsets = Readonly<Record<string, readonly number[]>>;

/** The key of a used type in `usePlaces`. */
export const useKey = ({ kind, type }: Used): string => `${kind ?? ''}\0${type}`;

/** Where the templates in a file use each type, by `useKey`. */
export const usePlaces: Fact<Offsets, string> = (read, path) => gathered(usesIn(read(text, path) ?? '').map(use => [useKey(use), use.from]));

/** Where each name stands in quotes, or as a part of a reference. */
export const namePlaces: Fact<Offsets, string> = (read, path) =>
	gathered([...(read(text, path) ?? '').matchAll(/(?<=["'.`])[\w-]+(?=\\?["'.])/g)].map(({ 0: name, index }) => [name, index]));

function gathered(found: readonly (readonly [name: string, from: number])[]): Offsets {
	const offsets: Record<string, number[]> = Object.create(null); // a type may be called constructor
	for (const [name, from] of found) {
		offsets[name] ??= [];
		offsets[name].push(from);
	}
	return offsets;
}
