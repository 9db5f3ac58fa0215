import { brief } from '../brief';
import type { GoField } from '../file';
import { unquote } from '../unquote';
import type { DeclarationDraft } from './draft';
import type { Scanner } from './scanner';
import { closed, expect, identifier, readWritten, type Written } from './types';

/** A field before its nodes are known: where its names and its type stand. */
interface Read {
	readonly names: ReadonlyArray<{ readonly name: string; readonly start: number; readonly end: number }>;
	readonly type: string;
	readonly written: string;
	readonly typeStart: number;
	readonly typeEnd: number;
}

/** The comments above the fields of a struct, and those behind them by their indexes. */
export interface FieldComments {
	readonly fields: (readonly string[] | undefined)[];
	readonly trailing: Record<number, readonly string[]>;
}

/** The fields of a struct, from its opening brace on; goes to the token behind its closing one. `docs` gets the comments of each, `own` their nodes. */
export function readFields(scanner: Scanner, docs: FieldComments, own: DeclarationDraft): readonly GoField[] {
	const fields: GoField[] = [];
	expect(scanner, '{');
	while (scanner.token !== '}') {
		docs.fields.push(scanner.lead);
		const { start } = scanner;
		const { names, type, written, typeStart, typeEnd } = readField(scanner);
		const literal = scanner.token === 'string' ? scanner.value : undefined;
		const node = own.add(start, literal === undefined ? typeEnd : scanner.end);
		for (const name of names) own.add(name.start, name.end);
		own.add(typeStart, typeEnd);
		if (literal !== undefined) own.add(scanner.start, scanner.end);
		const field = { names: names.map(({ name }) => name), type, written, node };
		if (literal === undefined) fields.push(field);
		else {
			fields.push({ ...field, tag: unquote(literal), ...(literal.startsWith('"') ? { quotedTag: literal.slice(1, -1) } : {}) });
			scanner.next();
		}
		if ((scanner.token as string) === '}') break;
		expect(scanner, ';');
		if (scanner.trail) docs.trailing[fields.length - 1] = scanner.trail;
	}
	scanner.next();
	return fields;
}

function readField(scanner: Scanner): Read {
	const { start, end } = scanner;
	if (scanner.token === '*') {
		scanner.next();
		const { type, written } = readWritten(scanner);
		return { names: [], type: `*${type}`, written, typeStart: start, typeEnd: scanner.behind };
	}
	const name = { name: identifier(scanner), start, end };
	if (scanner.token === '.' || endsField(scanner)) return { names: [], ...stretch(embedded(scanner, start, end), start) };
	if (scanner.token === '[') return bracketed(scanner, name);
	const names = [name];
	while (scanner.token === ',') {
		scanner.next();
		const at = { start: scanner.start, end: scanner.end };
		names.push({ name: identifier(scanner), ...at });
	}
	const from = scanner.start;
	return { names, ...stretch(readWritten(scanner), from) };
}

const stretch = (written: Written, start: number) => ({ ...written, typeStart: start, typeEnd: start + written.written.length });

/** An embedded type, of which the first name is behind us. */
function embedded(scanner: Scanner, start: number, end: number): Written {
	let last = end;
	if (scanner.token === '.') {
		scanner.next();
		last = scanner.end;
		identifier(scanner);
		if ((scanner.token as string) === '[') last = closed(scanner);
	}
	const written = scanner.text.slice(start, last);
	return { type: brief(written), written };
}

/** `name []T` and `name [5]T` are fields of a name, `T[int]` embeds an instance of a type. */
function bracketed(scanner: Scanner, name: Read['names'][number]): Read {
	const from = scanner.start;
	const end = closed(scanner);
	if (!endsField(scanner)) return { names: [name], ...stretch(readWritten(scanner, from), from) };
	const written = scanner.text.slice(name.start, end);
	return { names: [], ...stretch({ type: brief(written), written }, name.start) };
}

const endsField = ({ token }: Scanner) => token === ';' || token === '}' || token === 'string';
