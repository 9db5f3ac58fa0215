/** A fenced code block, its fence longer than any in the text. */
export function fenced(text: string, language = ''): string {
	const longest = Math.max(2, ...[...text.matchAll(/^ {0,3}(`{3,})/gm)].map(m => (m[1] as string).length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}`;
}
