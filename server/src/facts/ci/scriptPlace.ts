import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { nodeIn, yamlSource } from './yaml';

/** The place of a stretch of a script in its file: below `|` the lines are the script's, indented. */
export function placeInScript(read: Read, script: string, content: Place, whole: Place, start: number, end: number): Place {
	const source = content.node === undefined ? undefined : read(yamlSource, nodeIn(content.path, content.node));
	if (source === undefined) return whole;
	if (source === script) return { ...content, from: start, to: end };
	const said = script.slice(start, end);
	const number = script.slice(0, start).split('\n').length - 1;
	const lines = source.split('\n');
	const column = lines[number]?.indexOf(said) ?? -1;
	if (column === -1) {
		// Below `>` the lines are other ones: a word that stands there once is that word.
		const only = source.indexOf(said);
		return only === -1 || source.indexOf(said, only + 1) !== -1 ? whole : { ...content, from: only, to: only + said.length };
	}
	const from = lines.slice(0, number).join('\n').length + (number === 0 ? 0 : 1) + column;
	return { ...content, from, to: from + said.length };
}
