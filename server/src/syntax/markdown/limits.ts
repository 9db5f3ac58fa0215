/** A page longer than this (in UTF-16 code units) is not read. */
const longest = 1_000_000;
/** How many lists and quotes may start on one line. */
const deepest = 50;
/** How many marks of emphasis and links one block may hold: their pairing takes time by the square. */
const mostMarks = 5000;

/** Why a text is not given to the Markdown library, which would take very long over it. */
export function tooMuch(text: string): string | undefined {
	if (text.length > longest) return 'too large';
	let marks = 0;
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		const line = text.slice(start, end);
		if (line.trim() === '') marks = 0;
		else {
			let containers = 0;
			for (const _ of line.matchAll(/[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/gy)) if (++containers > deepest) return 'nested too deeply';
			for (let at = start; at < end; at++) if ('*_~[]<'.includes(text[at] as string) && ++marks > mostMarks) return 'too many marks in one block';
		}
		start = end + 1;
	}
	return undefined;
}
