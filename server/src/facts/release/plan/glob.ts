/**
 * The files that a pattern of GoReleaser's matches, of all those of a plugin (github.com/goreleaser/fileglob): one that matches a directory matches all
 * that is in it. Undefined for patterns that lead out of the plugin, or that we do not read.
 */
export function matching(files: readonly string[], pattern: string): readonly string[] | undefined {
	if (/^(?:\.{0,2}\/|\.{1,2}$)|\/\.\.?(?:\/|$)|[[\]\\!]/.test(pattern)) return undefined;
	const matches = expression(pattern.replace(/\/$/, ''));
	return matches && files.filter(file => ancestors(file).some(path => matches.test(path)));
}

/** A file's path, and those of the directories that it is in. */
const ancestors = (file: string) => [file, ...[...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))];

function expression(pattern: string): RegExp | undefined {
	let depth = 0;
	const source = pattern.replace(/\*\*|[*?{},]|[.+^$()|]/g, part => {
		if (part === '**') return '.*';
		if (part === '*') return '[^/]*';
		if (part === '?') return '[^/]';
		if (part === '{') return depth++ === 0 ? '(?:' : '\0';
		if (part === '}') return depth-- === 1 ? ')' : '\0';
		if (part === ',') return depth > 0 ? '|' : ',';
		return `\\${part}`;
	});
	return depth !== 0 || source.includes('\0') ? undefined : new RegExp(`^${source}$`, 's');
}
