/** What stands before a column of a line: the keys that lead there, and where the word begins. */
export interface Prefix {
	readonly kind: 'key' | 'value';
	/** The keys of the line above the word, from the outermost; of a value, its own key too. */
	readonly keys: readonly string[];
	/** The column in which the word begins. */
	readonly from: number;
	/** The keys before it in the same braces; undefined outside braces. */
	readonly braces: readonly string[] | undefined;
}

/** The width of the spaces that a line begins with. */
export function indentOf(line: string): number {
	let indent = 0;
	while (line[indent] === ' ') indent++;
	return indent;
}

const isEnd = (char: string | undefined) => char === undefined || char === ' ' || char === '\t';

/** The key that a line begins with and what follows its colon, without comment; undefined where it begins with something else. */
export function entryOf(line: string): { readonly key: string; readonly value: string } | undefined {
	const indent = indentOf(line);
	const { text, end } = tokenAt(line, indent, false);
	if (text === '' || line[end] !== ':' || !isEnd(line[end + 1])) return undefined;
	const value = line.slice(end + 1).trim();
	return { key: text, value: value.startsWith('#') ? '' : value };
}

/** What stands before a column; undefined in comments, lists, texts with spaces and YAML's less common forms. */
export function prefixOf(line: string, column: number): Prefix | undefined {
	const keys: string[] = [];
	const open: Array<{ depth: number; names: string[] }> = [];
	let kind: Prefix['kind'] = 'key';
	for (let at = indentOf(line); ; ) {
		if (at > column) return undefined;
		const char = line[at];
		if (char === '#' || (char !== undefined && '[]&*!|>%@?`\t'.includes(char)) || (char === '-' && isEnd(line[at + 1])))
			return at === column ? here(at) : undefined;
		if (char === '{' && at < column) {
			if (kind === 'key') return undefined;
			open.push({ depth: keys.length, names: [] });
			kind = 'key';
			at = Math.min(skip(line, at + 1), column);
			continue;
		}
		const { text, end, from } = tokenAt(line, at, open.length > 0);
		if (column <= end) return here(Math.min(from, column));
		const inside = open.at(-1);
		if (line[end] === ':' && kind === 'key' && text !== '') {
			keys.push(text);
			inside?.names.push(text);
			kind = 'value';
			if (column === end + 1) return undefined; // a value stands after a space
		} else if (line[end] === ',' && inside) {
			keys.length = inside.depth;
			kind = 'key';
		} else return undefined;
		at = Math.min(skip(line, end + 1), column);
	}

	function here(from: number): Prefix {
		return { kind, keys, from, braces: open.at(-1)?.names };
	}
}

function skip(line: string, from: number): number {
	let at = from;
	while (line[at] === ' ') at++;
	return at;
}

/** The word at a column, with quotes or without: its text, where that begins, and where the spaces after it end. */
function tokenAt(line: string, at: number, inBraces: boolean): { readonly text: string; readonly from: number; readonly end: number } {
	const quote = line[at];
	if (quote === '"' || quote === "'") {
		const close = line.indexOf(quote, at + 1);
		const last = close === -1 ? line.length : close;
		return { text: line.slice(at + 1, last), from: at + 1, end: close === -1 ? last : skip(line, close + 1) };
	}
	let end = at;
	for (; end < line.length; end++) {
		const char = line[end];
		if ((char === ':' && isEnd(line[end + 1])) || (char === '#' && isEnd(line[end - 1])) || (inBraces && char !== undefined && ',{}[]'.includes(char))) break;
	}
	return { text: line.slice(at, end).trimEnd(), from: at, end };
}
