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

/** A sentence whose quoted texts, in backticks, hold nothing that looks like a secret. */
export const withoutQuotedSecrets = (sentence: string): string => sentence.replace(/`[^`]{8,}`/g, quoted => redactLine(quoted).text);
