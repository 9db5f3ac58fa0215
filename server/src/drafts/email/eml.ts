import { createMimeMessage, type MIMEMessage } from 'mimetext/browser';
import type { Attachment } from './log';
import { wrap } from './paragraphs';

/** A message to write to a file. */
export interface Message {
	readonly to: string;
	readonly subject: string;
	/** ISO 8601. */
	readonly date: string;
	readonly text: string;
	readonly attachment?: Attachment;
}

/** A message as RFC 5322, which mail programs open as a draft (`X-Unsent`). Who sends it and its id are theirs to fill in. */
export function eml({ to, subject, date, text, attachment }: Message): string {
	const message = createMimeMessage();
	// The library takes these at random or from the clock, and asks for a sender.
	message.boundaries = { mixed: 'packer-plugin-readiness-mixed', alt: 'packer-plugin-readiness-alternative', related: 'packer-plugin-readiness-related' };
	const on = Date.parse(date);
	for (const field of message.headers.fields) {
		if (field.name === 'From' || field.name === 'Message-ID' || (field.name === 'Date' && Number.isNaN(on))) field.disabled = true;
		if (field.name === 'Subject') field.dump = () => header(message, subject);
	}
	if (!Number.isNaN(on)) message.setHeader('Date', new Date(on).toUTCString().replace('GMT', '+0000'));
	message.setTo(to);
	message.setSubject(subject);
	message.setHeader('X-Unsent', '1');
	message.addMessage({ contentType: 'text/plain', charset: 'utf-8', encoding: 'base64', data: base64(message, text) });
	if (attachment) message.addAttachment({ filename: attachment.name, contentType: 'text/plain', encoding: 'base64', data: base64(message, attachment.text) });
	return `${message.asRaw()}\r\n`;
}

/** Base64 of a text with CRLF at line ends, in lines of 76. */
const base64 = (message: MIMEMessage, text: string) => (message.toBase64(text.replace(/\r\n|\r|\n/g, '\r\n')).match(/.{1,76}/g) ?? []).join('\r\n');

/** A header's value in lines of at most 76: as it is in ASCII, folded at blanks, else in encoded words (RFC 2047). */
function header(message: MIMEMessage, value: string): string {
	const line = value.replace(/\s+/g, ' ').trim();
	if (/^[\x20-\x7e]*$/.test(line) && !line.includes('=?')) return wrap(line, '', ' ', 66).replaceAll('\n', '\r\n');
	const words: string[] = [];
	let part = '';
	for (const character of line) {
		if (message.toBase64(part + character).length > 48) {
			words.push(part);
			part = '';
		}
		part += character;
	}
	return [...words, part].map(word => `=?utf-8?B?${message.toBase64(word)}?=`).join('\r\n ');
}
