import type { Severity } from '../../server/src/engine/rule';

/** One finding that an example of a page expects: everything that a person sees of it, to the offset. */
export interface Want {
	/** The rule, where it is not the one whose page this is. */
	readonly rule?: string;
	readonly path: string;
	readonly severity: Severity;
	/** The severity for a community plugin, where it is another. */
	readonly community?: Severity;
	/** A part of the message. */
	readonly message: string;
	readonly span: { readonly start: number; readonly end: number };
	readonly fix?: 'safe' | 'offer';
	/** The title of the fix, where the mark has it. */
	readonly fixTitle?: string;
	/** The mark as it is written, for those who must look for it. */
	readonly mark: string;
}

/** One related place that an example expects of a finding. */
export type RelatedWant = Pick<Want, 'path' | 'message' | 'span'>;

const quoted = '("(?:[^"\\\\\\n]|\\\\.)*"|`[^`\\n]*`)';
const severity = '(error|warning|info)';
/** `[rule] severity [(community: severity)] "part of the message" at ([2nd] "marked text" [to "its end"] | whole line | line end) [fix safe|offer ["its title"]]` */
const grammar = new RegExp(
	`^(?:([a-z]+/[a-z0-9-]+) )?${severity}(?: \\(community: ${severity}\\))? ${quoted} at (?:(whole line|line end)|(?:(\\d+)(?:st|nd|rd|th) )?${quoted}(?: to ${quoted})?)(?: fix (safe|offer)(?: ${quoted})?)?$`,
);
const mark = /[ \t]*(?:\/\/|#|<!--) want\b ?(.*)$/gm;

/** Takes the `// want …` marks out of a fixture; what each says, and on which line, from 0, it stood. */
export function unmark(source: string): { text: string; marks: ReadonlyArray<{ line: number; mark: string }> } {
	const marks = source.split('\n').flatMap((line, i) => [...line.matchAll(mark)].map(m => ({ line: i, mark: (m[1] as string).replace(/ -->$/, '') })));
	return { text: source.replace(mark, ''), marks };
}

/** What a mark says of the line (from 0) of a text; throws, with the notation, where it is not written as marks are. */
export function readWant(path: string, text: string, line: number, mark: string): Want {
	const [, rule, severity, community, message, whole, nth, from, to, fix, fixTitle] = grammar.exec(mark) ?? [];
	if (message === undefined)
		throw new Error(`${path}:${line + 1}: want ${mark}\nis not written as\nwant error "part of the message" at "marked text" fix safe`);
	const lines = text.split('\n');
	const lineText = lines[line] ?? '';
	const lineStart = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0);
	const lineEnd = lineStart + lineText.length;
	const span = { start: whole === 'line end' ? lineEnd : lineStart, end: lineEnd };
	if (whole === undefined) {
		const first = unquote(from as string);
		span.start = occurrence(lineText, text, lineStart, first, Number(nth ?? 1));
		span.end = span.start + first.length;
		if (to !== undefined) span.end = found(text, unquote(to), span.start) + unquote(to).length;
	}
	return {
		path,
		severity: severity as Severity,
		message: unquote(message),
		span,
		mark,
		...(rule === undefined ? {} : { rule }),
		...(community === undefined ? {} : { community: community as Severity }),
		...(fix === undefined ? {} : { fix: fix as 'safe' | 'offer' }),
		...(fixTitle === undefined ? {} : { fixTitle: unquote(fixTitle) }),
	};
}

/** The wants of a `-- want --` section: lines `path:line: …`, with what a mark on that line would say. */
export const readWants = (section: string, texts: ReadonlyMap<string, string>): Want[] => readSection('want', section, texts);

/** The places of a `-- related --` section: lines `path:line: "message" at "text"`, with the whole message. */
export const readRelated = (section: string, texts: ReadonlyMap<string, string>): RelatedWant[] => readSection('related', section, texts, 'info ');

function readSection(name: string, section: string, texts: ReadonlyMap<string, string>, before = ''): Want[] {
	return section.split('\n').flatMap(said => {
		if (said === '') return [];
		const [, path = '', line, mark = ''] = /^(\S+):(\d+): (.+)$/.exec(said) ?? [];
		const text = texts.get(path);
		if (text === undefined) throw new Error(`-- ${name} -- section: "${said}" does not start with the path and line of a file of the example`);
		return [readWant(path, text, Number(line) - 1, before + mark)];
	});
}

/** Where the n-th occurrence of a text that starts on a line stands. */
function occurrence(lineText: string, text: string, lineStart: number, sought: string, nth: number): number {
	let at = lineStart - 1;
	for (let i = 0; i < nth; i++) at = found(text, sought, at + 1);
	if (at > lineStart + lineText.length) throw new Error(`want … at ${sought}: the line is ${lineText}`);
	return at;
}

function found(text: string, sought: string, from: number): number {
	const at = text.indexOf(sought, from);
	if (at === -1) throw new Error(`want … at ${sought}: there is no such text`);
	return at;
}

/** A text as Go writes strings: raw in backquotes; in double quotes `\"`, `\\`, `\n` and `\t` stand for what they do in Go. */
const unquote = (text: string): string =>
	text.startsWith('`') ? text.slice(1, -1) : text.slice(1, -1).replace(/\\(.)/g, (_, c: string) => ({ n: '\n', t: '\t' })[c] ?? c);

/** A text in the quotes in which it reads best. */
export const quote = (text: string): string =>
	text.includes('"') && !/[`\n]/.test(text)
		? `\`${text}\``
		: `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
