import type { GoParameter } from './file';

const typeWords = new Set(['func', 'map', 'chan', 'struct', 'interface']);

/** The parameters or results of a signature, from its source text: `(a, b int, c ...string)` or a lone type. */
export function readParameters(source: string): GoParameter[] {
	const text = source.trim();
	if (!text.startsWith('(')) return text === '' ? [] : [{ type: fold(text) }];
	const items = splitTopLevel(text.slice(1, text.endsWith(')') ? -1 : undefined)).map(item => /^([A-Za-z_]\w*)\s+(.+)$/s.exec(item) ?? item);
	const named = items.some(item => typeof item !== 'string' && !typeWords.has(item[1] as string));
	if (!named) return items.map(item => ({ type: fold(typeof item === 'string' ? item : item[0]) }));
	const out: GoParameter[] = [];
	let type = '';
	for (const item of items.toReversed()) {
		if (typeof item !== 'string') type = fold(item[2] as string);
		out.unshift({ name: typeof item === 'string' ? item : (item[1] as string), type });
	}
	return out;
}

/** Go source with its comments gone and its white space folded, as two spellings of one expression compare equal. */
export function fold(source: string): string {
	return /\s|\/[/*]/.test(source)
		? source.replace(/("(?:[^"\\\n]|\\.)*"|`[^`]*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+/g, (_, string) => string ?? ' ').trim()
		: source;
}

/** The items of a comma-separated list, commas within brackets or strings not counted; empty items left out. */
export function splitTopLevel(list: string): string[] {
	const items: string[] = [];
	let depth = 0;
	let start = 0;
	for (const { 0: token, index } of list.matchAll(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\/[^\n]*|[()[\]{},]/g)) {
		if ('([{'.includes(token)) depth++;
		else if (')]}'.includes(token)) depth--;
		else if (token === ',' && depth === 0) {
			items.push(list.slice(start, index));
			start = index + 1;
		}
	}
	items.push(list.slice(start));
	return items.map(item => item.trim()).filter(item => item !== '');
}
