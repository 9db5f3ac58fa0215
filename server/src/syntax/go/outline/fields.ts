import { brief } from '../brief';
import { unquote } from '../unquote';
import type { OutlineField } from './outline';
import type { Scanner } from './scanner';
import { closed, expect, identifier, readWritten, type Written } from './types';

/** The fields of a struct, from its opening brace on; goes to the token behind its closing one. `docs` gets the comments of each. */
export function readFields(scanner: Scanner, docs: (readonly string[] | undefined)[]): readonly OutlineField[] {
	const fields: OutlineField[] = [];
	expect(scanner, '{');
	while (scanner.token !== '}') {
		docs.push(scanner.lead);
		const field = readField(scanner);
		if (scanner.token === 'string') {
			const literal = scanner.value;
			fields.push({ ...field, tag: unquote(literal), ...(literal.startsWith('"') ? { quotedTag: literal.slice(1, -1) } : {}) });
			scanner.next();
		} else fields.push(field);
		if ((scanner.token as string) !== '}') expect(scanner, ';');
	}
	scanner.next();
	return fields;
}

function readField(scanner: Scanner): OutlineField {
	const { start, end } = scanner;
	if (scanner.token === '*') {
		scanner.next();
		const { type, written } = readWritten(scanner);
		return { names: [], type: `*${type}`, written };
	}
	const name = identifier(scanner);
	if (scanner.token === '.' || endsField(scanner)) return { names: [], ...embedded(scanner, start, end) };
	if (scanner.token === '[') return bracketed(scanner, name, start);
	const names = [name];
	while (scanner.token === ',') {
		scanner.next();
		names.push(identifier(scanner));
	}
	return { names, ...readWritten(scanner) };
}

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
function bracketed(scanner: Scanner, name: string, start: number): OutlineField {
	const from = scanner.start;
	const end = closed(scanner);
	if (!endsField(scanner)) return { names: [name], ...readWritten(scanner, from) };
	const written = scanner.text.slice(start, end);
	return { names: [], type: brief(written), written };
}

const endsField = ({ token }: Scanner) => token === ';' || token === '}' || token === 'string';
