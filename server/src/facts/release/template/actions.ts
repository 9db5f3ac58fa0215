/** A stretch of text, or the words of what stands in `{{ … }}`. */
export type Action = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'action'; readonly tokens: readonly string[] };

/** Thrown where a template is not one that we read: it is then unknown what it gives. */
export class NotRead extends Error {}

/** Thrown where GoReleaser would refuse a template, with the reason that Go gives. */
export class Failed extends Error {}

/** Cuts a template into its actions and what stands between them. Throws NotRead, and Failed where an action has no end. */
export function split(source: string): Action[] {
	const actions: Action[] = [];
	let done = 0;
	let trim = false;
	for (;;) {
		const open = source.indexOf('{{', done);
		const piece = source.slice(done, open === -1 ? source.length : open);
		const start = trim ? piece.trimStart() : piece;
		const text = open !== -1 && /^\{\{-\s/.test(source.slice(open, open + 4)) ? start.trimEnd() : start;
		if (text !== '') actions.push({ kind: 'text', text });
		if (open === -1) return actions;
		const close = closingBraces(source, open + 2);
		const inner = source.slice(open + 2, close);
		trim = /\s-$/.test(inner);
		const said = inner
			.replace(/^-(?=\s)/, '')
			.replace(/\s-$/, '')
			.trim();
		if (!said.startsWith('/*')) actions.push({ kind: 'action', tokens: tokens(said) });
		done = close + 2;
	}
}

/** Where the `}}` of an action stands; those in strings do not count. */
function closingBraces(source: string, from: number): number {
	const part = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|\}\}|[\s\S]/y;
	part.lastIndex = from;
	for (let match = part.exec(source); match !== null; match = part.exec(source)) if (match[0] === '}}') return match.index;
	throw new Failed(/[^}]\}(?!\})/.test(source.slice(from)) ? 'unexpected "}" in operand' : 'unclosed action');
}

const token = /\s+|("(?:[^"\\\n]|\\.)*"|`[^`]*`|-?\d+(?:\.\d+)?|\$\w*|(?:\.[A-Za-z_]\w*)+|[A-Za-z_]\w*|:=|[=|().])/y;

function tokens(source: string): string[] {
	const out: string[] = [];
	token.lastIndex = 0;
	while (token.lastIndex < source.length) {
		const match = token.exec(source);
		if (match === null) throw new NotRead();
		// Go tells `$x.Y` and `(x).Y` from `$x .Y` by the space: a mark keeps them apart.
		if (match[1] !== undefined)
			out.push(match[1].startsWith('.') && match[1] !== '.' && /[\w$)]/.test(source[match.index - 1] ?? '') ? `+${match[1]}` : match[1]);
	}
	return out;
}
