/** Characters that mean something to Markdown as GitHub renders it, and those that begin HTML, mentions and references. */
const special = /[\\*_[\]<>|#@~&`]/g;

/** A text as Markdown on one line that shows just it; what stands between single backticks is code. Other runs of backticks begin no code. */
export const inMarkdown = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.split(/((?<!`)`[^`]+`(?!`))/)
		.map((part, i) => (i % 2 === 1 ? part.replaceAll('|', '\\|') : part.replace(special, '\\$&')))
		.join('');

/** A text as code in Markdown, with whatever characters and also in a table. */
export function codeSpan(text: string): string {
	const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(m => m[0].length)) + 1);
	const pad = fence.length > 1 || text.startsWith('`') || text.endsWith('`') ? ' ' : '';
	return `${fence}${pad}${text.replace(/\s/g, ' ').replaceAll('|', '\\|')}${pad}${fence}`;
}
