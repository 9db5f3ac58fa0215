import { type Atom, any, matches, once } from '../../core/wildcards';

/**
 * The files that a pattern of GoReleaser's matches, of all those of a plugin (github.com/goreleaser/fileglob): one that matches a directory matches all
 * that is in it. Undefined for patterns that lead out of the plugin, or that we do not read.
 */
export function matching(files: readonly string[], pattern: string): readonly string[] | undefined {
	if (/^(?:\.{0,2}\/|\.{1,2}$)|\/\.\.?(?:\/|$)|[[\]\\!]/.test(pattern)) return undefined;
	const patterns = alternatives(pattern.replace(/\/$/, ''))?.map(atomsOf);
	return patterns && files.filter(file => ancestors(file).some(path => patterns.some(atoms => matches(atoms, path))));
}

/** A file's path, and those of the directories that it is in. */
const ancestors = (file: string) => [file, ...[...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))];

/** How many patterns braces may stand for. */
const most = 1000;

/** The patterns that one with braces stands for; undefined where braces are in each other, are not closed, or stand for too many. */
function alternatives(pattern: string): readonly string[] | undefined {
	let all = [''];
	for (const [part, inner] of pattern.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)) {
		if (part === '{' || part === '}') return undefined;
		const choices = inner === undefined ? [part] : inner.split(',');
		if (all.length * choices.length > most) return undefined;
		all = all.flatMap(start => choices.map(choice => start + choice));
	}
	return all;
}

function atomsOf(pattern: string): readonly Atom[] {
	return [...pattern.matchAll(/\*\*|[\s\S]/gu)].map(([part]) => {
		if (part === '**') return any(() => true);
		if (part === '*') return any(character => character !== '/');
		return once(part === '?' ? character => character !== '/' : character => character === part);
	});
}
