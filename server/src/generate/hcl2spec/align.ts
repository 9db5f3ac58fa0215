/** One line of an aligned table: a cell for each column; what stands in the last one is not padded. */
export type Row = readonly [string, ...string[]];

/** The characters of a text, which gofmt counts, and not its UTF-16 code units. */
const width = (text: string) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);

const encoder = new TextEncoder();
const bytes = (text: string) => (/[\u0080-\uffff]/.test(text) ? encoder.encode(text).length : text.length);

/** Fields of a struct, `name type tag`, aligned as gofmt does; a lone one is not aligned (go/printer fieldList). */
export function alignFields(rows: readonly (readonly [name: string, type: string, tag: string])[]): string[] {
	if (rows.length === 1) return rows.map(row => `\t${row.join(' ')}`);
	const names = Math.max(0, ...rows.map(([name]) => width(name)));
	const types = Math.max(0, ...rows.map(([, type]) => width(type)));
	return rows.map(([name, type, tag]) => `\t${name.padEnd(names + name.length - width(name))} ${type.padEnd(types + type.length - width(type))} ${tag}`);
}

/** An entry of a map literal: its key with quotes, its value, and a comment behind the comma. */
export interface MapEntry {
	readonly key: string;
	readonly value: string;
	readonly comment?: string;
}

/** Entries of a map literal, one a line, aligned as gofmt does (go/printer exprList): in sections parted where the lengths of keys differ too much. */
export function alignEntries(entries: readonly MapEntry[]): string[] {
	return sections(entries).flatMap(section => {
		const keys = Math.max(...section.map(({ key }) => width(key))) + 1;
		return withComments(section, ({ key, value }) => `\t\t${entries.length > 1 ? `${key}:`.padEnd(keys + key.length - width(key)) : `${key}:`} ${value},`);
	});
}

/** Comments are a column of their own over neighboring lines that have one. */
function withComments(section: readonly MapEntry[], line: (entry: MapEntry) => string): string[] {
	const lines = section.map(line);
	return lines.map((text, i) => {
		const comment = section[i]?.comment;
		if (comment === undefined) return text;
		let from = i;
		let to = i;
		while (section[from - 1]?.comment !== undefined) from--;
		while (section[to + 1]?.comment !== undefined) to++;
		const column = Math.max(...lines.slice(from, to + 1).map(width));
		return `${text.padEnd(column + text.length - width(text))} ${comment}`;
	});
}

/** go/printer exprList: a section ends where a key is longer than 40 bytes, or follows one that is, and differs from the mean of the section by more than 2.5 times. */
function sections(entries: readonly MapEntry[]): MapEntry[][] {
	const out: MapEntry[][] = [];
	let logs = 0;
	let count = 0;
	let previous = 0;
	for (const entry of entries) {
		const size = bytes(entry.key);
		const ratio = count === 0 ? 1 : size / Math.exp(logs / count);
		const breaks = count > 0 && !(previous <= 40 && size <= 40) && (2.5 * ratio <= 1 || ratio >= 2.5);
		if (breaks || out.length === 0) {
			out.push([]);
			logs = 0;
			count = 0;
		}
		(out.at(-1) as MapEntry[]).push(entry);
		logs += Math.log(size);
		count++;
		previous = size;
	}
	return out;
}
