/** A doc comment as text (go/ast CommentGroup.Text): markers and directives gone, blank lines at the ends gone, several within made one. */
export function commentText(comments: readonly string[]): string {
	const lines = comments.flatMap(comment => {
		if (comment.startsWith('/*')) return comment.slice(2, -2).replaceAll('\r', '').split('\n');
		const text = comment.slice(2).replace(/\r$/, '');
		if (text === '') return [''];
		if (text.startsWith(' ')) return [text.slice(1)];
		return isDirective(text) ? [] : [text];
	});
	const out: string[] = [];
	for (const line of lines.map(text => text.replace(/[ \t\r\n]+$/, ''))) if (line !== '' || (out.length > 0 && out.at(-1) !== '')) out.push(line);
	if (out.at(-1) === '') out.pop();
	return out.length === 0 ? '' : `${out.join('\n')}\n`;
}

/** go/ast isDirective: `line `, `extern `, `export `, or `tool:word`. */
const isDirective = (text: string) => /^(?:line |extern |export |[a-z0-9]+:[a-z0-9])/.test(text);

/** The words of a camel-case name (github.com/fatih/camelcase Split). */
export function splitCamelCase(name: string): string[] {
	const runs: string[] = [];
	let last = '';
	for (const letter of name) {
		const kind = /\p{Ll}/u.test(letter) ? 'lower' : /\p{Lu}/u.test(letter) ? 'upper' : /\p{Nd}/u.test(letter) ? 'digit' : 'other';
		if (kind === last) runs[runs.length - 1] += letter;
		else runs.push(letter);
		last = kind;
	}
	for (let i = 0; i + 1 < runs.length; i++) {
		const [run, next] = [[...(runs[i] as string)], runs[i + 1] as string];
		if (!/^\p{Lu}/u.test(run[0] as string) || !/^\p{Ll}/u.test(next)) continue;
		runs[i + 1] = `${run.pop()}${next}`;
		runs[i] = run.join('');
	}
	return runs.filter(run => run !== '');
}
