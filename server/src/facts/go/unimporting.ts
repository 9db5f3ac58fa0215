import { type Edit, removeLines } from '../../text/edit';
import { at, type Place } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { locate } from '../places/locate';
import { goFile } from './file';
import { importName } from './packages';

/** The edits that remove the imports which a file uses nowhere but at places that a fix replaces: Go does not build with them. Reads offsets: for fixes only. */
export function unimporting(read: Read, ...replaced: readonly [Place, ...Place[]]): Edit[] {
	const [{ path }] = replaced;
	const source = read(text, path) ?? '';
	const spans = replaced.map(place => locate(read, place)).sort((a, b) => a.start - b.start);
	const gone = qualifiers(spans.map(({ start, end }) => source.slice(start, end)).join(' '));
	const left = qualifiers([...spans, { start: source.length }].map(({ start }, i) => source.slice(spans[i - 1]?.end ?? 0, start)).join(' '));
	const imports = read(goFile, path)?.imports ?? [];
	const isUnused = (name: string) => gone.has(name) && !left.has(name);
	return imports.filter(({ name, path }) => isUnused(name ?? importName(read, path))).map(({ node }) => removeLines(at(path, node)));
}

/** The names before a dot in Go code, comments and strings left out. */
const qualifiers = (code: string): Set<string> =>
	new Set(code.replace(/`[^`]*`|"(?:[^"\\\n]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\//g, ' ').match(/\b[A-Za-z_]\w*(?=\.)/g));
