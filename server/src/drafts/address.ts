import type { Address } from './material';
import { todo } from './todo';

/** GitHub answers longer addresses with an error. */
const longest = 8000;

/** An address of GitHub that opens a form with title and body filled in; a body that is too long is replaced by a note. */
export function githubAddress(base: string, query: ReadonlyArray<readonly [string, string]>, title: string, body: string): Address {
	const address = (text: string) =>
		`${base}${base.includes('?') ? '&' : '?'}${[...query, ['title', title], ['body', text]].map(pair => pair.map(part => encodeURIComponent(part as string)).join('=')).join('&')}`;
	const whole = address(body);
	return whole.length <= longest ? { target: whole } : { target: address(todo('paste the draft here, it is too long for a web address')), shortened: true };
}
