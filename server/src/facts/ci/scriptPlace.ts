import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { nodeIn, yamlSource } from './yaml';

/** Gives the place of a stretch of a script from its start and end there. */
export type Placing = (start: number, end: number) => Place;

/** The places of stretches of a script in its file: below `|` the lines are the script's, indented. Made once for a script, as it may have thousands of commands. */
export function placesInScript(read: Read, script: string, content: Place, whole: Place): Placing {
	const source = content.node === undefined ? undefined : read(yamlSource, nodeIn(content.path, content.node));
	if (source === undefined) return () => whole;
	if (source === script) return (start, end) => ({ ...content, from: start, to: end });
	let starts: { readonly script: readonly number[]; readonly source: readonly number[] } | undefined;
	return (start, end) => {
		starts ??= { script: startsOf(script), source: startsOf(source) };
		const said = script.slice(start, end);
		const number = lineAt(starts.script, start);
		const line = starts.source[number];
		const from = line === undefined ? -1 : source.slice(line, starts.source[number + 1] ?? source.length).indexOf(said);
		if (line !== undefined && from !== -1) return { ...content, from: line + from, to: line + from + said.length };
		// Below `>` the lines are other ones: a word that stands there once is that word.
		const only = source.indexOf(said);
		return only === -1 || source.indexOf(said, only + 1) !== -1 ? whole : { ...content, from: only, to: only + said.length };
	};
}

/** The place of one stretch. */
export const placeInScript = (read: Read, script: string, content: Place, whole: Place, start: number, end: number): Place =>
	placesInScript(read, script, content, whole)(start, end);

/** Where the lines of a text start. */
const startsOf = (text: string): readonly number[] => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];

/** The line, from 0, in which an offset is. */
function lineAt(starts: readonly number[], offset: number): number {
	let [low, high] = [0, starts.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] as number) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
