import { redactLine } from '../../../secrets/line';
import type { Lines } from '../../../text/lines';
import type { Span } from '../../../text/span';
import { visible } from '../../../text/visible';

/** How many characters of a line are shown, and how many of them before the place. */
const widest = 120;
const before = 60;

/** The line on which a place starts, with marks below the place; without marks if it holds a secret, which is not shown; empty if the place is a whole file. */
export function frame(source: string, lines: Lines, span: Span): string[] {
	const { line, column } = lines.positionAt(span.start);
	const { start, end } = lines.lineAt(line);
	const content = source.slice(start, end);
	if (content.trim() === '' || (line === 0 && span.start === 0 && span.end >= end)) return [];
	const indent = /^\s*/.exec(content)?.[0].length ?? 0;
	const from = Math.max(Math.min(indent, column), column - before);
	const safe = redactLine(content).text;
	if (safe !== content) return [`  ${line + 1} | ${plain(safe.trimStart().slice(0, widest))}`];
	const shown = content.slice(from, from + widest);
	const marked = Math.max(1, Math.min(span.end, end, start + from + widest) - span.start);
	const number = String(line + 1);
	const gutter = ' '.repeat(number.length);
	return [
		`  ${number} | ${plain(shown)}`,
		`  ${gutter} | ${' '.repeat(plain(content.slice(from, column)).length)}${'^'.repeat(Math.max(1, plain(content.slice(column, column + marked)).length))}`,
	];
}

const plain = (text: string) => visible(text).replaceAll('\t', '    ');
