import { type GoField, type GoType, tagNode, typeNode } from '../../syntax/go/file';
import { type Edit, replace } from '../../text/edit';
import { at, partOfPlace } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { locate } from '../places/locate';

/** A field on a line of its own: its parts as written, the number of its line and what it starts with, and what stands behind the field. */
interface Row {
	readonly field: GoField;
	readonly line: number;
	readonly indent: string;
	readonly length: number;
	readonly names: string;
	readonly type: string;
	readonly tag: string | undefined;
	readonly behind: string;
}

/**
 * The edits that put the comments behind some fields of a struct above them, and align the lines as gofmt does; undefined where a field shares its line,
 * goes over several, is embedded, or keeps a comment beside those. Reads offsets: for fixes only.
 */
export function commentsAbove(read: Read, path: string, type: GoType, moved: ReadonlySet<GoField>): readonly Edit[] | undefined {
	const rows = rowsOf(read, path, type, moved);
	const edits: Edit[] = [];
	for (let from = 0; rows !== undefined && from < rows.length; ) {
		let to = from + 1;
		while (to < rows.length && rows[to]?.line === (rows[to - 1] as Row).line + 1) to++;
		const block = rows.slice(from, to);
		from = to;
		if (!block.some(({ field }) => moved.has(field))) continue;
		if (block.some(({ field, behind }) => field.names.length === 0 || (behind !== '' && !moved.has(field)))) return undefined;
		edits.push(...settled(path, type, block, moved));
	}
	return rows && edits;
}

/** The lines of a block, of which each that gets a comment above it starts another. */
const settled = (path: string, { decl }: GoType, block: readonly Row[], moved: ReadonlySet<GoField>): Edit[] =>
	split(block, (_, row) => moved.has(row.field)).flatMap(rows => {
		const column = widest(rows.map(({ names }) => names));
		const tagged = split(rows, (before, row) => (before.tag === undefined) !== (row.tag === undefined));
		return tagged.flatMap(run =>
			run.map(({ field, length, indent, names, type, tag, behind }) => {
				const typed = tag === undefined ? type : `${padded(type, widest(run.map(row => row.type)))} ${tag}`;
				const comment = moved.has(field) ? `${behind}\n${indent}` : '';
				return replace(partOfPlace(at(path, field.node, decl), 0, length), `${comment}${padded(names, column)} ${typed}`);
			}),
		);
	});

const widest = (texts: readonly string[]) => Math.max(...texts.map(one => [...one].length));
const padded = (one: string, width: number) => one + ' '.repeat(width - [...one].length);

/** Some rows in their order, with another list from each on that `starts` one. */
function split(rows: readonly Row[], starts: (before: Row, row: Row) => boolean): readonly (readonly Row[])[] {
	const lists: Row[][] = [];
	for (const [i, row] of rows.entries()) {
		const before = rows[i - 1];
		if (before === undefined || starts(before, row)) lists.push([row]);
		else lists.at(-1)?.push(row);
	}
	return lists;
}

function rowsOf(read: Read, path: string, { fields = [], decl }: GoType, moved: ReadonlySet<GoField>): readonly Row[] | undefined {
	const source = read(text, path) ?? '';
	const rows: Row[] = [];
	for (const field of fields) {
		const whole = locate(read, at(path, field.node, decl));
		const type = locate(read, at(path, typeNode(field), decl));
		const tag = field.tag === undefined ? undefined : locate(read, at(path, tagNode(field), decl));
		const written = source.slice(whole.start, whole.end);
		const behind = source.slice(whole.end, `${source}\n`.indexOf('\n', whole.end)).trimEnd();
		const indent = source.slice(source.lastIndexOf('\n', whole.start - 1) + 1, whole.start);
		if (written.includes('\n') || indent.trim() !== '' || (moved.has(field) && !behind.trimStart().startsWith('//'))) return undefined;
		rows.push({
			field,
			line: source.slice(0, whole.start).split('\n').length,
			indent,
			length: written.length + (moved.has(field) ? behind.length : 0),
			names: field.names.join(', '),
			type: source.slice(type.start, type.end),
			tag: tag && source.slice(tag.start, tag.end),
			behind: behind.trim(),
		});
	}
	return rows;
}
