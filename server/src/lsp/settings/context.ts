import { entryOf, indentOf, prefixOf } from './line';

/** What is written at a place of a settings file. */
export interface Context {
	readonly kind: 'key' | 'value';
	/** The keys above, from the outermost; of a value, its own key too. */
	readonly keys: readonly string[];
	/** The word at the place, and the columns that it takes. */
	readonly word: string;
	readonly from: number;
	readonly to: number;
	/** The column in which the line starts. */
	readonly indent: number;
	/** The other keys of the same mapping. */
	readonly beside: ReadonlySet<string>;
	/** Whether a colon follows the word. */
	readonly hasColon: boolean;
	/** Whether the mapping is written in braces, on one line. */
	readonly inBraces: boolean;
}

/** A text longer than this is not read as settings either. */
const longest = 1_000_000;

/**
 * What is written at a place, read from the lines around it: YAML that is being typed can rarely be parsed.
 * Undefined in comments, lists, texts, and where the lines above are not settings.
 */
export function contextAt(text: string, line: number, column: number): Context | undefined {
	if (text.length > longest) return undefined;
	const written = text.split(/\r\n|\n|\r/);
	const items = itemsOf(written);
	// The dash of an item is as wide as the indentation of its other keys.
	const lines = written.map((one, i) => (items.has(i) ? one.replace('-', ' ') : one));
	const here = lines[line];
	if (here === undefined || column > here.length) return undefined;
	const indent = Math.min(indentOf(here), column);
	if (indent < indentOf(here) && here.trim() !== '') return undefined;
	const prefix = prefixOf(here, column);
	const parents = prefix && parentsOf(lines, line, indent);
	if (prefix === undefined || parents === undefined) return undefined;
	const { kind, from, braces } = prefix;
	let to = column;
	while (to < here.length && !' \t:,{}[]#"\''.includes(here[to] as string)) to++;
	const word = here.slice(from, to);
	if (word.includes(' ')) return undefined;
	const after = here.slice(to).replace(/^["']/, '').trimStart();
	const beside = new Set(kind === 'value' ? [] : (braces ?? besides(lines, items, line, indent)));
	return { kind, keys: [...parents, ...prefix.keys], word, from, to, indent, beside, hasColon: after.startsWith(':'), inBraces: braces !== undefined };
}

/** The lines on which the items of the list of exemptions begin. */
function itemsOf(lines: readonly string[]): ReadonlySet<number> {
	let inside = false;
	const items = new Set<number>();
	for (const [i, line] of lines.entries()) {
		if (/^[^\s#-]/.test(line)) inside = entryOf(line)?.key === 'exemptions';
		if (inside && /^ *- /.test(line)) items.add(i);
	}
	return items;
}

/** Whether a line has nothing but spaces or a comment. */
function isBlank(line: string): boolean {
	const text = line.trimStart();
	return text === '' || text.startsWith('#');
}

/** The keys under which a line stands; undefined where a line above that should be a key is something else. */
function parentsOf(lines: readonly string[], line: number, indent: number): string[] | undefined {
	const parents: string[] = [];
	let within = indent;
	for (let i = line - 1; i >= 0 && within > 0; i--) {
		const above = lines[i] as string;
		if (indentOf(above) >= within || isBlank(above)) continue;
		const entry = entryOf(above);
		if (entry === undefined || entry.value !== '') return undefined;
		parents.push(entry.key);
		within = indentOf(above);
	}
	return within === 0 ? parents.reverse() : undefined;
}

/** The other keys of the mapping in which a line stands; `items` are the lines that begin one in a list. */
function besides(lines: readonly string[], items: ReadonlySet<number>, line: number, indent: number): string[] {
	const found: string[] = [];
	/** Takes a line in; false where the mapping ends. */
	const take = (one: string): boolean => {
		if (indentOf(one) > indent || isBlank(one)) return true;
		if (indentOf(one) < indent) return false;
		const entry = entryOf(one);
		if (entry !== undefined) found.push(entry.key);
		return true;
	};
	const begins = (i: number) => items.has(i) && indentOf(lines[i] as string) === indent;
	for (let i = line; i > 0 && !begins(i) && take(lines[i - 1] as string); i--);
	for (let i = line + 1; i < lines.length && !begins(i) && take(lines[i] as string); i++);
	return found;
}
