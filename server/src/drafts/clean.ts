import { redact } from '../secrets/redact';

/** Plain data without anything that looks like a secret, without control characters, and well-formed as UTF-16, so that it can go into an address. */
export function clean<T>(value: T): T {
	if (typeof value === 'string') return redact(printable(value)) as T;
	if (Array.isArray(value)) return value.map(clean) as T;
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) as T;
}

/** Without halves of characters, and without control characters and those that turn the direction of writing; lines end with `\n`. */
const printable = (text: string) =>
	text
		.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(/(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
