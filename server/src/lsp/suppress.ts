import type { WorkspaceEdit } from 'vscode-languageserver';
import { text } from '../facts/core/files';
import { basename } from '../facts/core/paths';
import type { Suppression } from '../protocol';
import { lineEndOf } from '../text/lines';
import type { Facing } from './facing';

/** The comment that can stand above a finding; undefined where none can. */
export function suppressionAbove({ state: { read }, positions, target }: Facing, rule: string, path: string, offset: number): Suppression | undefined {
	const source = read(text, path);
	if (source === undefined) return undefined;
	const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
	const comment = commentAbove(path, source.slice(0, lineStart), source.slice(lineStart));
	const { line } = positions.position(path, lineStart);
	if (comment === undefined) return undefined;
	const [prefix, suffix] = comment;
	return { uri: target(path).uri, line, rule, prefix, suffix, indent: /^[ \t]*/.exec(source.slice(lineStart))?.[0] ?? '' };
}

/** The edit that puts the comment there, with the cursor where the reason goes; until a reason is written, nothing is suppressed. */
export function editOfSuppression(facing: Facing, path: string, { line, rule, prefix, suffix, indent }: Suppression): WorkspaceEdit | undefined {
	if (!facing.can.documentChanges) return undefined;
	const written = (reason: string) =>
		`${indent}${prefix} packer-readiness:ignore ${rule} -- ${reason}${suffix}${lineEndOf(facing.state.read(text, path) ?? '')}`;
	const { uri, version } = facing.target(path);
	const at = { line, character: 0 };
	const range = { start: at, end: at };
	const edit = facing.can.snippets ? { range, snippet: { kind: 'snippet' as const, value: written('$1') } } : { range, newText: written('') };
	return { documentChanges: [{ textDocument: { uri, version: version ?? null }, edits: [edit] }] };
}

const slashes = ['//', ''] as const;
const hash = ['#', ''] as const;
const angles = ['<!--', ' -->'] as const;

/** How a comment on its own line begins and ends; undefined if a comment is impossible. */
function commentAbove(path: string, before: string, after: string): readonly [string, string] | undefined {
	const name = basename(path);
	if (/\\\r?\n$/.test(before)) return undefined; // it would cut a continued line in two
	if (name.endsWith('.go')) return count(before, /`/g) % 2 === 0 && !insideBlockComment(before) ? slashes : undefined;
	if (name === 'go.mod') return slashes;
	if (/\.hcl$/.test(name)) return insideHeredoc(before) || insideBlockComment(before) ? undefined : hash;
	if (/\.ya?ml$/.test(name)) return insideBlockScalar(before, after) ? undefined : hash;
	if (/^(?:gnu)?makefile|^codeowners$|^\.gitignore$|\.mk$/i.test(name)) return hash;
	if (/\.sh$/.test(name)) return before === '' ? undefined : hash; // the first line says what runs it
	return /\.(?:mdx?|markdown)$/i.test(name) ? inMarkdown(before, after) : undefined;
}

function inMarkdown(before: string, after: string): readonly [string, string] | undefined {
	if (before === '' && /^---[ \t]*\r?$/m.exec(after)?.index === 0) return undefined; // front matter must come first
	if (/^---[ \t]*\r?\n/.test(before) && count(before, /^---[ \t]*\r?$/gm) === 1) return hash;
	return count(before, /^ {0,3}(?:```|~~~)/gm) % 2 === 0 ? angles : undefined;
}

const count = (source: string, pattern: RegExp) => source.match(pattern)?.length ?? 0;

const insideBlockComment = (before: string) => before.lastIndexOf('/*') > before.lastIndexOf('*/');

function insideHeredoc(before: string): boolean {
	const word = [...before.matchAll(/<<-?[ \t]*(\w+)[ \t]*\r?\n/g)].at(-1);
	return word !== undefined && !new RegExp(`^[ \\t]*${word[1]}[ \\t]*\\r?$`, 'm').test(before.slice(word.index + word[0].length));
}

/** Whether the lines above end within a `|` or `>` text: the nearest less indented line above begins one. */
function insideBlockScalar(before: string, after: string): boolean {
	let indent = indentOf(after);
	for (const line of before.split(/\r?\n/).reverse()) {
		if (line.trim() === '' || indentOf(line) >= indent) continue;
		if (/[|>][-+\d]*[ \t]*(?:#.*)?$/.test(line)) return true;
		indent = indentOf(line);
	}
	return false;
}

const indentOf = (line: string) => /^ */.exec(line)?.[0].length ?? 0;
