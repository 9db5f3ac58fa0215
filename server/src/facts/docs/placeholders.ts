import { spanOf } from '../../text/nodes';
import { at, type Place, partOfPlace } from '../../text/place';
import type { Span } from '../../text/span';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { identity } from '../plugin/identity';
import { commentsIn } from './comments';
import { markdownFile, markdownSpans } from './markdown';
import { isTemplateLine } from './templatePages';

/** A line that says that something is still to be written. */
export interface Placeholder {
	readonly said: string;
	readonly place: Place;
}

/** The lines of text on a page that say only that something is to be written: `TBD`, or `TODO: describe the options`. Not those in code and comments. */
export const todos: Fact<readonly Placeholder[], string> = (read, path) => {
	const source = read(text, path) ?? '';
	const found = [...source.matchAll(/^(?:TODO|TBD|FIXME)(?:[:.][^\n]{0,500}|[ \t]{0,50})$/gm)];
	if (found.length === 0) return [];
	const file = read(markdownFile, path);
	const spans = read(markdownSpans, path);
	if (file === undefined || spans === undefined || file.problems.length > 0) return [];
	const nodes = [...file.codeBlocks, ...file.html, ...(file.frontMatter ? [file.frontMatter] : [])].flatMap(({ node }) => spanOf(spans, node) ?? []);
	const aside = [...nodes, ...commentsIn(source)].sort((a, b) => a.start - b.start);
	let next = 0;
	let inside = 0;
	return found.flatMap(({ 0: line, index }) => {
		for (let span = aside[next]; span !== undefined && span.start <= index; span = aside[++next]) inside = Math.max(inside, span.end);
		const said = line.trimEnd();
		return index < inside ? [] : [{ said, place: partOfPlace(at(path), index, index + said.length) }];
	});
};

/** The comments on a page in which the template tells authors what to write there, with the lines that they stand on. */
export const guidance: Fact<readonly (Placeholder & { readonly lines: Place })[], string> = (read, path) => {
	const source = read(text, path) ?? '';
	const { name } = read(identity);
	return commentsIn(source).flatMap(({ start, end }) => {
		const comment = source.slice(start + 4, end - 3);
		const lines = comment.split('\n').filter(line => line.trim() !== '');
		if (lines.length < 2 || comment.length > longest || !lines.every(line => isTemplateLine(line, name))) return [];
		const span = lineSpan(source, { start, end });
		if (span === undefined) return [];
		return [{ said: lines[0]?.trim() ?? '', place: partOfPlace(at(path), start, end), lines: partOfPlace(at(path), span.start, span.end) }];
	});
};

/** No comment of the template is longer. */
const longest = 2000;

/** The lines of a comment, with an empty one behind; undefined where it shares a line with text. */
function lineSpan(source: string, { start, end }: Span): Span | undefined {
	const from = source.lastIndexOf('\n', start - 1) + 1;
	const to = source.indexOf('\n', end);
	const last = to === -1 ? source.length : to + 1;
	if (source.slice(from, start).trim() !== '' || source.slice(end, last).trim() !== '') return undefined;
	return { start: from, end: last + (/^[ \t]*\r?\n/.exec(source.slice(last, last + 100))?.[0].length ?? 0) };
}
