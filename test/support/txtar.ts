/** Reads `-- path --` headed sections: the multi-file fixture format of the Go project. */
export function txtar(source: string): Map<string, string> {
	const files = new Map<string, string>();
	for (const part of source.split(/^(?=-- .+ --$)/m)) {
		const head = /^-- (.+) --\n/.exec(part);
		if (head) files.set(head[1] as string, part.slice(head[0].length));
	}
	return files;
}

const mark = /[ \t]*(?:\/\/|#|<!--) want "([^"]*)"(?: -->)?/g;

/** Takes the `want "…"` marks out of a fixture, and says on which lines, from 1, they stood. */
export function unmark(source: string): { text: string; wants: Array<{ line: number; message: string }> } {
	const wants = source.split('\n').flatMap((line, i) => [...line.matchAll(mark)].map(m => ({ line: i + 1, message: m[1] as string })));
	return { text: source.replace(mark, ''), wants };
}
