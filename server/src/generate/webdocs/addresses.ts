import type { Span } from '../../text/span';

/** A longer address is not one of a page. */
const longest = 1000;

/**
 * Where the addresses of a page may stand that are not those of other sites, found without parsing it, which is expensive: those of all its links and
 * definitions are among them, and some that are text or code. Undefined where only a parser finds where an address ends.
 */
export function addressesIn(source: string): readonly Span[] | undefined {
	const found: Span[] = [];
	for (const { 0: mark, index } of source.matchAll(/\][(:]/g)) {
		const start = afterBlanks(source, index + mark.length);
		const end = start === undefined ? undefined : endOf(source, start, mark === '](' ? /[\s)]/g : /\s/g);
		if (start === undefined || end === undefined) return undefined;
		const address = source.slice(start, end);
		if (/^(?!https?:\/\/developer\.hashicorp\.com\/)[a-z][a-z\d+.-]{1,30}:/i.test(address)) continue;
		if (/[\\&(<]/.test(address)) return undefined;
		found.push({ start, end });
	}
	for (const { 0: address, index } of source.matchAll(/https?:\/\/developer\.hashicorp\.com\/[^\s<>)\]"'`]{0,1000}/g)) {
		if (/[&(]/.test(address)) return undefined;
		found.push({ start: index, end: index + address.length });
	}
	return found;
}

function afterBlanks(source: string, from: number): number | undefined {
	for (let at = from; at < from + longest; at++) if (!/\s/.test(source[at] ?? 'end')) return at;
	return undefined;
}

function endOf(source: string, from: number, stop: RegExp): number | undefined {
	const part = source.slice(from, from + longest);
	const end = part.search(stop);
	if (end >= 0) return from + end;
	return part.length < longest ? from + part.length : undefined;
}
