import { matchesGlob } from './glob';

/** One line of a .gitignore: a glob of whole paths. */
export interface IgnorePattern {
	readonly line: string;
	readonly glob: string;
	readonly folders: boolean;
	readonly negated: boolean;
}

/** The patterns of a text that is written like a .gitignore (gitignore(5)). */
export const readPatterns = (source: string): readonly IgnorePattern[] => source.split(/\r?\n/).flatMap(line => readPattern(trimmed(line)));

/** The pattern that decides that a path, or a folder above it, is matched; undefined if none does. */
export function patternFor(patterns: readonly IgnorePattern[], path: string): IgnorePattern | undefined {
	const parts = path.split('/');
	const deciding = parts.map((_, i) => decidingFor(patterns, parts.slice(0, i + 1).join('/'), i < parts.length - 1));
	return deciding.find(pattern => pattern?.negated === false);
}

/** A line without the spaces at its end; one after a backslash is kept. */
function trimmed(line: string): string {
	const text = line.trimEnd();
	return text.endsWith('\\') && text.length < line.length ? line.slice(0, text.length + 1) : text;
}

function readPattern(line: string): IgnorePattern[] {
	if (line === '' || line.startsWith('#')) return [];
	const negated = line.startsWith('!');
	const body = negated ? line.slice(1) : line;
	const folders = body.endsWith('/');
	const glob = (folders ? body.slice(0, -1) : body).replace(/^\\(?=[#!])/, '');
	const anchored = glob.includes('/');
	return [{ line, glob: anchored ? glob.replace(/^\//, '') : `**/${glob}`, folders, negated }];
}

const decidingFor = (patterns: readonly IgnorePattern[], path: string, folder: boolean): IgnorePattern | undefined =>
	patterns.findLast(pattern => (folder || !pattern.folders) && matchesGlob(pattern.glob, path));
