import type { Address } from '../material';
import { todo } from '../todo';

/** Longer addresses are cut off on their way to a mail program: Windows passes 2,048 characters. */
const longest = 2000;

/** An address that opens a mail program with the message in it (RFC 6068); where all of it is too long, with as many whole lines as fit, and a note that says so. */
export function mailto(to: string, subject: string, body: string): Address {
	const head = `mailto:${to}?subject=${encoded(subject)}&body=`;
	const whole = head + encoded(body);
	if (whole.length <= longest) return { target: whole };
	const note = `\n\n${todo('paste the whole draft here, it is too long for a mail address')}`;
	const lines = body.slice(0, longest).split('\n'); // encoded, it is longer still
	while (lines.length > 0 && (head + encoded(lines.join('\n').trimEnd() + note)).length > longest) lines.pop();
	return { target: head + encoded(lines.join('\n').trimEnd() + note), shortened: true };
}

const encoded = (text: string) =>
	encodeURIComponent(text.replace(/\r\n|\r|\n/g, '\r\n')).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
