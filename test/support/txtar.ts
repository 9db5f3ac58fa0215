/** Reads `-- path --` headed sections: the multi-file fixture format of the Go project. */
export function txtar(source: string): Map<string, string> {
	const files = new Map<string, string>();
	for (const part of source.split(/^(?=-- .+ --$)/m)) {
		const head = /^-- (.+) --\n/.exec(part);
		if (head) files.set(head[1] as string, part.slice(head[0].length));
	}
	return files;
}
