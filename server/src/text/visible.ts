/** Characters that control a terminal, end a line, or turn the direction of writing. */
const controls = /(?!\t)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text as it stands in one line: control characters and bidirectional marks are escapes, such as `\n`, `\x1b` and `\u202e`. */
export const visible = (text: string): string => text.replace(controls, escapeOf);

/** The escape of a character, as Go and JavaScript write it. */
function escapeOf(character: string): string {
	if (character === '\n') return '\\n';
	if (character === '\r') return '\\r';
	const code = character.charCodeAt(0);
	return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
