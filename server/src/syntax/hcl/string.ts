import type { Node as Syntax } from 'web-tree-sitter';
import type { HclString } from './file';
import type { Source } from './source';

const templates = new Set(['template_interpolation', 'template_directive', 'ERROR']);

/** A quoted string: a `string_lit` or a `quoted_template`. */
export function stringOf(source: Source, syntax: Syntax): HclString {
	const [first, last] = [syntax.firstChild, syntax.lastChild];
	const from = first?.type === 'quoted_template_start' ? first.endIndex : syntax.startIndex;
	const to = Math.max(from, last?.type === 'quoted_template_end' ? last.startIndex : syntax.endIndex);
	const parts = syntax.namedChildren;
	for (const part of parts) if (part.type === 'template_literal') checkLiteral(source, part, last?.isMissing === true);
	const whole = { startIndex: from, endIndex: to };
	const fixed = !parts.some(part => templates.has(part.type));
	return {
		kind: 'string',
		...(fixed && { value: unescaped(source.slice(whole)) }),
		text: fixed ? source.slice(whole) : source.uncommented(from, to),
		heredoc: false,
		node: source.nodeOf(syntax),
		contentNode: source.node(from, to),
	};
}

/** A heredoc; `<<-` takes away the indentation that all its lines share. */
export function heredocOf(source: Source, syntax: Syntax): HclString {
	const parts = syntax.namedChildren;
	const names = parts.filter(part => part.type === 'heredoc_identifier');
	const [open, close] = [names[0] ?? syntax, names[1]];
	const newline = source.text.indexOf('\n', open.endIndex);
	const from = newline < 0 ? syntax.endIndex : Math.min(newline + 1, syntax.endIndex);
	const stop = close && !close.isMissing ? source.text.lastIndexOf('\n', close.endIndex - 1) + 1 : syntax.endIndex;
	const to = Math.max(from, stop);
	const content = source.text.slice(from, to);
	const fixed = !parts.some(part => templates.has(part.type));
	const flush = source.text.startsWith('<<-', syntax.startIndex);
	return {
		kind: 'string',
		...(fixed && { value: unmark(flush ? unindent(content) : content).replaceAll('\r\n', '\n') }),
		text: fixed ? content : source.uncommented(from, to),
		heredoc: true,
		node: source.nodeOf(syntax),
		contentNode: source.node(from, to),
	};
}

function unindent(content: string): string {
	const lines = content.split('\n');
	let least = Number.POSITIVE_INFINITY;
	for (const line of lines.slice(0, -1)) least = Math.min(least, (/^[ \t]*/.exec(line) as RegExpExecArray)[0].length);
	return Number.isFinite(least) ? lines.map(line => line.slice(least)).join('\n') : content;
}

const unmark = (text: string): string => text.replaceAll('$${', '${').replaceAll('%%{', '%{');

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const escaped = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]?))|\$\$\{|%%\{/g;

function unescaped(text: string): string {
	return text.replace(escaped, (all: string, short: string | undefined, long: string | undefined, char: string | undefined) => {
		if (all[0] !== '\\') return all.slice(1);
		const code = Number.parseInt(short ?? long ?? '-1', 16);
		return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (escapes[char ?? ''] ?? all);
	});
}

function checkLiteral(source: Source, literal: Syntax, open: boolean): void {
	const { startIndex } = literal;
	const text = source.slice(literal);
	if (!open && text.includes('\n')) {
		source.wrong('Invalid multi-line string: Quoted strings may not be split over multiple lines.', startIndex, startIndex + text.indexOf('\n'));
	}
}
