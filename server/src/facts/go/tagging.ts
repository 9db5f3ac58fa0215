import { type GoField, type GoType, nameNode, tagNode, typeNode } from '../../syntax/go/file';
import { type Edit, insertAfter, replace } from '../../text/edit';
import { at } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { locate } from '../places/locate';

/** A field of a struct on a line of its own: where its type and its tag stand in the file, and the number of its line. */
interface Row {
	readonly field: GoField;
	readonly line: number;
	readonly width: number;
	/** Of its names: their width, and the blanks behind them. */
	readonly names?: { readonly width: number; readonly gap: number };
	/** The blanks before its tag, where it has one. */
	readonly gap?: number;
}

/**
 * The edits that give fields of a struct other tags (between backquotes), with the tags of the lines around them as gofmt aligns them; undefined where a line
 * has more than a field, so that we do not know how. Reads offsets: for fixes only.
 */
export function tagging(read: Read, path: string, type: GoType, tags: ReadonlyMap<GoField, string>): readonly Edit[] | undefined {
	const rows = rowsOf(read, path, type);
	if (rows === undefined) return undefined;
	/** Embedded fields have no column of types. */
	const sort = ({ field }: Row) => (field.names.length === 0 ? 'embedded' : field.tag !== undefined || tags.has(field) ? 'tagged' : 'plain');
	const edits: Edit[] = [];
	for (let from = 0; from < rows.length; ) {
		let to = from + 1;
		while (to < rows.length && rows[to]?.line === (rows[to - 1] as Row).line + 1 && sort(rows[to] as Row) === sort(rows[from] as Row)) to++;
		const block = rows.slice(from, to);
		if (block.some(({ field }) => tags.has(field))) edits.push(...aligned(path, type, block, tags));
		from = to;
	}
	return rows.some(({ field, gap }) => tags.has(field) && field.names.length === 0 && gap === undefined)
		? [...joined(path, type, rows, tags), ...edits]
		: edits;
}

/** The blanks by which an embedded field that gets a tag moves what stands in the lines around it: its tag begins in the column of their types. */
function joined(path: string, { decl }: GoType, rows: readonly Row[], tags: ReadonlyMap<GoField, string>): Edit[] {
	const edits: Edit[] = [];
	const isInColumn = ({ field, names }: Row) => names !== undefined || field.tag !== undefined || tags.has(field);
	for (let from = 0; from < rows.length; ) {
		let to = from + 1;
		while (to < rows.length && rows[to]?.line === (rows[to - 1] as Row).line + 1 && isInColumn(rows[to] as Row) && isInColumn(rows[from] as Row)) to++;
		const block = rows.slice(from, to);
		from = to;
		if (!block.some(({ field, gap }) => tags.has(field) && field.names.length === 0 && gap === undefined)) continue;
		const column = Math.max(...block.map(({ names, width }) => names?.width ?? width)) + 1;
		for (const { field, names, width, gap = 0 } of block) {
			const blanks = ' '.repeat(Math.max(column - (names ? names.width + names.gap : width + gap), 0));
			const before = at(path, names ? nameNode(field, field.names.length - 1) : typeNode(field), decl);
			if (blanks !== '') edits.push(insertAfter(before, blanks));
		}
	}
	return edits;
}

function aligned(path: string, { decl }: GoType, block: readonly Row[], tags: ReadonlyMap<GoField, string>): Edit[] {
	const column = Math.max(...block.map(({ width }) => width)) + 1;
	return block.flatMap(({ field, width, gap }): Edit[] => {
		const tag = tags.get(field);
		const missing = field.names.length === 0 ? 0 : column - width - (gap ?? 0);
		const blanks = ' '.repeat(Math.max(missing, 0));
		const after = at(path, typeNode(field), decl);
		if (gap === undefined) return tag === undefined ? [] : [insertAfter(after, `${blanks}\`${tag}\``)];
		const changed = tag === undefined ? [] : [replace(at(path, tagNode(field), decl), `\`${tag}\``)];
		return blanks === '' ? changed : [insertAfter(after, blanks), ...changed];
	});
}

/** The fields of a struct; undefined if one of them shares its lines, goes over several, or has a comment behind it. */
function rowsOf(read: Read, path: string, { fields = [], decl }: GoType): readonly Row[] | undefined {
	const source = read(text, path) ?? '';
	const rows: Row[] = [];
	for (const field of fields) {
		const whole = locate(read, at(path, field.node, decl));
		const type = locate(read, at(path, typeNode(field), decl));
		const tag = field.tag === undefined ? undefined : locate(read, at(path, tagNode(field), decl));
		const written = source.slice(whole.start, whole.end);
		const rest = source.slice(whole.end, `${source}\n`.indexOf('\n', whole.end)).trim();
		if (written.includes('\n') || rest !== '') return undefined;
		const line = source.slice(0, whole.start).split('\n').length;
		const width = (start: number, end: number) => [...source.slice(start, end)].length;
		const last = field.names.length === 0 ? undefined : locate(read, at(path, nameNode(field, field.names.length - 1), decl));
		const names = last && { width: width(whole.start, last.end), gap: type.start - last.end };
		rows.push({ field, line, width: width(type.start, type.end), ...(names ? { names } : {}), ...(tag ? { gap: tag.start - type.end } : {}) });
	}
	return rows;
}
