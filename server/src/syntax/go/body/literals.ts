const isOctal = (code: number) => code >= 48 && code <= 55;
const isHex = (code: number) => (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

/** A number as Go writes it, if it is more than decimal digits (Go specification, "Integer literals" and what follows). */
const number = new RegExp(
	[
		/0[xX](?:_?[0-9a-fA-F])+i?/,
		/0[xX](?:(?:_?[0-9a-fA-F])+\.?(?:[0-9a-fA-F](?:_?[0-9a-fA-F])*)?|\.[0-9a-fA-F](?:_?[0-9a-fA-F])*)[pP][+-]?\d(?:_?\d)*i?/,
		/0[bB](?:_?[01])+i?/,
		/0[oO]?(?:_?[0-7])+i?/,
		/(?:[1-9](?:_?\d)*|0)i?/,
		/0(?:_?\d)*i/,
		/(?:\d(?:_?\d)*)?\.?(?:\d(?:_?\d)*)?[eE][+-]?\d(?:_?\d)*i?/,
		/(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)i?/,
	]
		.map(({ source }) => `^(?:${source})$`)
		.join('|'),
);

/** Where a number ends that starts here, whether or not it is a valid one. */
export function numberEnd(text: string, start: number): number {
	const hex = text.charCodeAt(start) === 48 && (text.charCodeAt(start + 1) | 32) === 120;
	for (let end = start; ; end++) {
		const code = text.charCodeAt(end);
		if (code === 43 || code === 45) {
			if (end === start || (text.charCodeAt(end - 1) | 32) !== (hex ? 112 : 101)) return end;
		} else if (!(code === 46 || (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95)) return end;
	}
}

/** Whether a number is written as Go asks for. */
export const isNumber = (written: string): boolean => written.length < 1000 && number.test(written); // nobody writes longer ones

/** Where a string or rune ends that starts here with its quote; below zero where it is not closed or an escape in it is wrong, then `-1 - end`. */
export function quotedEnd(text: string, start: number): number {
	const quote = text.charCodeAt(start);
	let valid = true;
	for (let end = start + 1; ; end++) {
		const code = text.charCodeAt(end);
		if (code === quote) return valid ? end + 1 : -2 - end;
		if (code === 92) {
			const behind = escapeEnd(text, end, quote);
			if (behind === -1) {
				valid = false;
				if (text.charCodeAt(end + 1) !== 10) end++;
			} else end = behind - 1;
		} else if (code === 10 || Number.isNaN(code)) return -1 - Math.min(end, text.length);
	}
}

/** Where an escape ends that starts here with its backslash; -1 for one that Go does not know. */
function escapeEnd(text: string, start: number, quote: number): number {
	const code = text.charCodeAt(start + 1);
	switch (code) {
		case 120: // x
			return digitsEnd(text, start + 2, 2, isHex);
		case 117: // u
			return character(text, start, digitsEnd(text, start + 2, 4, isHex));
		case 85: // U
			return character(text, start, digitsEnd(text, start + 2, 8, isHex));
		case 97: // a b f n r t v \
		case 98:
		case 102:
		case 110:
		case 114:
		case 116:
		case 118:
		case 92:
			return start + 2;
		default:
			if (code === quote) return start + 2;
			return code <= 51 ? digitsEnd(text, start + 1, 3, isOctal) : -1;
	}
}

function digitsEnd(text: string, start: number, count: number, is: (code: number) => boolean): number {
	for (let i = start; i < start + count; i++) if (!is(text.charCodeAt(i))) return -1;
	return start + count;
}

/** The end of an escape of a code point, if that is one. */
function character(text: string, start: number, end: number): number {
	if (end === -1) return -1;
	const code = Number.parseInt(text.slice(start + 2, end), 16);
	return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? end : -1;
}

/** Whether a rune literal holds one character or one escape. */
export function isRune(text: string, start: number, end: number): boolean {
	if (text.charCodeAt(start + 1) === 92) return escapeEnd(text, start + 1, 39) === end - 1;
	return end - start === ((text.codePointAt(start + 1) as number) > 0xffff ? 4 : 3);
}
