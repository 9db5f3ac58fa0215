import { redactLine } from './line';
import { Redactor } from './redactor';

export { redacted } from './line';

/** A text without anything that looks like a secret. The same text gives the same, and a second time changes nothing. */
export function redact(text: string): string {
	const redactor = new Redactor();
	return text
		.split('\n')
		.map(line => redactor.line(line))
		.join('\n');
}

/** A text that a sentence takes from a file, without anything that looks like a secret. */
export const withoutTokens = (text: string): string => (text.length < 8 ? text : redactLine(text).text);

/** Plain data whose texts hold nothing that looks like a secret. */
export function withoutTokensIn<T>(value: T): T {
	if (typeof value === 'string') return withoutTokens(value) as T;
	if (Array.isArray(value)) return value.map(withoutTokensIn) as T;
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutTokensIn(inner)])) as T;
}

/** A sentence whose quoted texts, in backticks, hold nothing that looks like a secret. */
export const withoutQuotedSecrets = (sentence: string): string => sentence.replace(/`[^`]{8,}`/g, quoted => redactLine(quoted).text);
