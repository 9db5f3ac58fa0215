/** The longest quoted text of a message, in characters; and the longest message. */
const quoted = 200;
const whole = 1000;

/** A message whose quoted texts, in backticks, have at most 200 characters, and which has at most 1,000. */
export function bounded(message: string): string {
	if (message.length <= quoted) return message;
	const parts = message.split('`').map((part, i) => (i % 2 === 1 ? cut(part, quoted) : part));
	return cut(parts.join('`'), whole);
}

/** A text cut to a number of characters, with an ellipsis where it was cut. */
function cut(text: string, longest: number): string {
	if (text.length <= longest) return text;
	const start = text.slice(0, longest - 1);
	return `${/[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start}…`;
}
