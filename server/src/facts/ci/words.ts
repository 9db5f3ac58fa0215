/** One word from an offset on, and where it ends. */
export function readWord(script: string, from: number): { text: string; end: number } {
	let text = '';
	let at = from;
	while (at < script.length && !/[\s;&|<>()]/.test(script[at] as string)) {
		const c = script[at] as string;
		if (c === '\\') {
			text += script[at + 1] === '\n' ? '' : (script[at + 1] ?? '');
			at += 2;
		} else if (c === "'" || c === '"') {
			const end = quoteEnd(script, at);
			text += script.slice(at + 1, end).replace(/\\(["\\$`])/g, c === '"' ? '$1' : '$&');
			at = end + 1;
		} else if (script.startsWith('$(', at) || script.startsWith('${', at)) {
			const end = bracketEnd(script, at + 1);
			text += script.slice(at, end);
			at = end;
		} else {
			text += c;
			at++;
		}
	}
	return { text, end: Math.min(at, script.length) };
}

/** How deep quotes and brackets are read in each other; what is deeper is taken to the end of the script. */
const deepest = 100;

function quoteEnd(script: string, from: number, depth = 0): number {
	if (depth > deepest) return script.length;
	const quote = script[from];
	for (let at = from + 1; at < script.length; at++) {
		if (script[at] === quote) return at;
		if (quote === '"' && script[at] === '\\') at++;
		else if (quote === '"' && script.startsWith('$(', at)) at = bracketEnd(script, at + 1, depth + 1) - 1;
	}
	return script.length;
}

/** Behind the bracket that closes the one at an offset; quotes within are skipped. */
function bracketEnd(script: string, from: number, depth = 0): number {
	if (depth > deepest) return script.length;
	let open = 0;
	for (let at = from; at < script.length; at++) {
		const c = script[at] as string;
		if (c === '\\') at++;
		else if (c === "'" || c === '"') at = quoteEnd(script, at, depth + 1);
		else if (c === '(' || c === '{') open++;
		else if ((c === ')' || c === '}') && --open === 0) return at + 1;
	}
	return script.length;
}
