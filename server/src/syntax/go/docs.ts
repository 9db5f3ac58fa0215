import type { Node } from '../../text/nodes';
import type { GoComment } from './file';

/** Something that a comment can document: its node, and where it starts. */
export interface Documentable {
	readonly node: Node;
	readonly start: number;
}

/**
 * Which comment documents which node, as go/parser has it: the group of comments on adjacent lines that ends on the line above,
 * unless it trails code on its first line. Groups are parted by an empty line.
 */
export function attachDocs(text: string, comments: readonly GoComment[], things: readonly Documentable[]): Record<number, readonly string[]> {
	const groups = groupsBefore(text, comments);
	const docs: Record<number, readonly string[]> = {};
	for (const { node, start } of things) {
		const group = groups.get(lineStart(text, start));
		if (group) docs[node] = group;
	}
	return docs;
}

/** The groups of comments, by the start of the line below their last one. */
function groupsBefore(text: string, comments: readonly GoComment[]): Map<number, string[]> {
	const groups = new Map<number, string[]>();
	let below = -1;
	let lastEnd = -1;
	for (const comment of comments) {
		const start = lineStart(text, comment.start);
		const continues = start === below || lineStart(text, lastEnd) === start;
		const before = lastEnd > start ? text.slice(lastEnd, comment.start) : text.slice(start, comment.start);
		lastEnd = comment.end;
		const trails = before.trim() !== '' || (below === -1 && continues);
		const group: string[] = trails || !continues ? [] : (groups.get(below) ?? []);
		below = trails ? -1 : nextLine(text, comment.end);
		if (!trails) groups.set(below, [...group, comment.text]);
	}
	return groups;
}

const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

function nextLine(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length + 1 : end + 1;
}
