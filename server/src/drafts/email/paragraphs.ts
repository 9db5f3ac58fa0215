/** Lines of at most so many characters; a longer word, an address say, has a line of its own. */
export function wrap(text: string, indent = '', hanging = indent, width = 76): string {
	const lines: string[] = [];
	let line = indent;
	let empty = true;
	for (const word of text.split(/\s+/).filter(word => word !== '')) {
		if (!empty && line.length + 1 + word.length > width) {
			lines.push(line);
			line = hanging;
			empty = true;
		}
		line += empty ? word : ` ${word}`;
		empty = false;
	}
	return [...lines, line].join('\n');
}

/** A section with an underlined title. */
export const section = (title: string, ...lines: readonly string[]): string => [title, '-'.repeat(title.length), ...lines].join('\n');

/** Names and values, the values one below the other; without those that have none. A name that is empty goes on with the one above. */
export function table(rows: ReadonlyArray<readonly [name: string, value: string | undefined]>): string {
	const known = rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]));
	const widest = Math.max(...known.map(([name]) => name.length));
	const indent = ' '.repeat(widest + 3);
	return known.map(([name, value]) => `${(name === '' ? '' : `${name}:`).padEnd(widest + 3)}${wrap(value, indent).trimStart()}`).join('\n');
}
