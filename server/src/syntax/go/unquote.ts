const simple: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"' };

/** The value of a Go string literal; the text itself where it is not one. Byte escapes (`\xNN`, octal) are read as code points. */
export function unquote(literal: string): string {
	const quote = literal[0];
	if (literal.length < 2 || literal.at(-1) !== quote) return literal;
	const inner = literal.slice(1, -1);
	if (quote === '`') return inner.includes('\r') ? inner.replaceAll('\r', '') : inner;
	if (quote !== '"' && quote !== "'") return literal;
	if (!inner.includes('\\')) return inner; // most literals: far cheaper than to look for each escape
	return inner.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs, (whole, x, u, long, octal, one) => {
		if (one !== undefined) return simple[one] ?? whole;
		const code = octal === undefined ? Number.parseInt(x ?? u ?? long, 16) : Number.parseInt(octal, 8);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

/** Whether an expression is a string literal and nothing else. */
export const isString = (expression: string): boolean => /^(?:"(?:[^"\\]|\\.)*"|`[^`]*`)$/s.test(expression);
