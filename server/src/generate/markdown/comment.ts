/** A doc comment as text (go/ast CommentGroup.Text): markers and directives gone, blank lines at the ends gone, several within made one. */
export function commentText(comments: readonly string[]): string {
	const lines = comments.flatMap(comment => {
		if (comment.startsWith('/*')) return comment.slice(2, -2).replaceAll('\r', '').split('\n');
		const text = comment.slice(2).replaceAll('\r', '');
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
		const kind = kindOf(letter);
		if (kind === last) runs[runs.length - 1] += letter;
		else runs.push(letter);
		last = kind;
	}
	for (let i = 0; i + 1 < runs.length; i++) {
		const [run, next] = [[...(runs[i] as string)], runs[i + 1] as string];
		if (kindOf(run[0] as string) !== 'upper' || kindOf([...next][0] as string) !== 'lower') continue;
		runs[i + 1] = `${run.pop()}${next}`;
		runs[i] = run.join('');
	}
	return runs.filter(run => run !== '');
}

/** What unicode.IsLower, IsUpper and IsDigit say of a character; most are ASCII, for which no table has to be made. */
function kindOf(letter: string): 'lower' | 'upper' | 'digit' | 'other' {
	if (letter >= 'a' && letter <= 'z') return 'lower';
	if (letter >= 'A' && letter <= 'Z') return 'upper';
	if (letter >= '0' && letter <= '9') return 'digit';
	if (letter < '\u0080') return 'other';
	return /\p{Ll}/u.test(letter) ? 'lower' : /\p{Lu}/u.test(letter) ? 'upper' : /\p{Nd}/u.test(letter) ? 'digit' : 'other';
}
