import type { WorkspaceEdit } from 'vscode-languageserver';
import { exists, text } from '../facts/core/files';
import { lineEndOf } from '../text/lines';
import type { Facing } from './facing';

const file = '.packer-readiness.yml';

/** The edit that suppresses a rule in the repository's settings, with the cursor where the reason goes; undefined if they are written in a way that we cannot add to. */
export function suppressionInSettings(facing: Facing, rule: string): WorkspaceEdit | undefined {
	const { can, state, positions } = facing;
	const { uri, version } = facing.target(file);
	if (!can.documentChanges) return undefined;
	if (!state.read(exists, file)) {
		if (!can.create) return undefined;
		const edits = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: `rules:\n${entry(rule, '  ', '')}` }];
		return {
			documentChanges: [
				{ kind: 'create', uri },
				{ textDocument: { uri, version: null }, edits },
			],
		};
	}
	const place = placeFor(state.read(text, file) ?? '', rule);
	if (place === undefined) return undefined;
	const at = positions.position(file, place.offset);
	const range = { start: at, end: at };
	const written = (reason: string) => (place.before + entry(rule, place.indent, reason)).replaceAll('\n', lineEndOf(state.read(text, file) ?? ''));
	const edit = can.snippets ? { range, snippet: { kind: 'snippet' as const, value: written('$1') } } : { range, newText: written('') };
	return { documentChanges: [{ textDocument: { uri, version: version ?? null }, edits: [edit] }] };
}

const entry = (rule: string, indent: string, reason: string) => `${indent}${rule}:\n${indent}${indent}severity: off\n${indent}${indent}reason: ${reason}\n`;

function placeFor(source: string, rule: string): { offset: number; indent: string; before: string } | undefined {
	if (new RegExp(`^[ \\t]+["']?${rule}["']?[ \\t]*:`, 'm').test(source)) return undefined;
	const rules = /^rules:[ \t]*(#[^\n]*)?\r?$/m.exec(source);
	if (rules === null)
		return /^["']?rules\b/m.test(source)
			? undefined
			: { offset: source.length, indent: '  ', before: `${source === '' || source.endsWith('\n') ? '' : '\n'}rules:\n` };
	const newline = source.indexOf('\n', rules.index);
	const offset = newline === -1 ? source.length : newline + 1;
	return { offset, indent: /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)\S/.exec(source.slice(offset))?.[1] ?? '  ', before: newline === -1 ? '\n' : '' };
}
