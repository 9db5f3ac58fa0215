import { defineRule } from '../../../server/src/engine/rule';
import type { Read } from '../../../server/src/facts/core/database';
import { filesUnder, text } from '../../../server/src/facts/core/files';
import { create, remove, replace } from '../../../server/src/text/edit';
import type { Place } from '../../../server/src/text/place';

/** They report in files that are not Go files. */
const about = { inBroken: true, item: 'develop-and-test', source: 'https://example.com' } as const;

/** Where a word stands in the files of a plugin. */
function* places(read: Read, word: string): Iterable<Required<Pick<Place, 'path' | 'from' | 'to'>>> {
	for (const path of read(filesUnder, ''))
		for (const { index } of (read(text, path) ?? '').matchAll(new RegExp(`\\b${word}\\b`, 'g'))) yield { path, from: index, to: index + word.length };
}

/** Rules whose findings a test makes by writing a word; the protocol is tested with these, and stays as it is when real rules change. */
export const rules = {
	'demo/safe': defineRule({
		...about,
		summary: 'No file says SAFE',
		title: 'Word SAFE',
		severity: 'error',
		community: 'warning',
		tag: 'unnecessary',
		messages: { found: 'This says SAFE.' },
		*check(read) {
			for (const at of places(read, 'SAFE')) yield { at, message: 'found', fix: { title: 'Say done', kind: 'safe', edits: [replace(at, 'done')] } };
		},
	}),
	'demo/lazy': defineRule({
		...about,
		summary: 'No file says LAZY',
		title: 'Word LAZY',
		severity: 'warning',
		messages: { found: 'This says LAZY.' },
		*check(read) {
			for (const at of places(read, 'LAZY')) yield { at, message: 'found', fix: { title: 'Say late', kind: 'offer', edits: () => [replace(at, 'late')] } };
		},
	}),
	'demo/files': defineRule({
		...about,
		summary: 'No file says FILES',
		title: 'Word FILES',
		severity: 'info',
		messages: { found: 'This says FILES.' },
		*check(read) {
			for (const at of places(read, 'FILES'))
				yield {
					at,
					message: 'found',
					fix: { title: 'Move it', kind: 'offer', edits: [replace(at, 'gone'), create('docs/new file.md', '# New\n'), remove('old.md')] },
				};
		},
	}),
	'demo/late-files': defineRule({
		...about,
		summary: 'No file says LATEFILES',
		title: 'Word LATEFILES',
		severity: 'info',
		messages: { found: 'This says LATEFILES.' },
		*check(read) {
			for (const at of places(read, 'LATEFILES'))
				yield { at, message: 'found', fix: { title: 'Add both', kind: 'offer', edits: () => [create('one.md', '# One\n'), create('two.md', '# Two\n')] } };
		},
	}),
	'demo/plain': defineRule({
		...about,
		summary: 'No file says PLAIN',
		title: 'Word PLAIN',
		severity: 'warning',
		messages: { found: 'This says PLAIN.' },
		*check(read) {
			for (const at of places(read, 'PLAIN')) yield { at, message: 'found' };
		},
	}),
	'demo/twice': defineRule({
		...about,
		summary: 'TWICE is said at most once',
		title: 'Word TWICE repeated',
		severity: 'warning',
		messages: { again: 'This says TWICE again.' },
		*check(read) {
			const [first, ...others] = places(read, 'TWICE');
			for (const at of others) if (first) yield { at, message: 'again', related: [{ at: first, message: 'First said here' }] };
		},
	}),
	'demo/missing': defineRule({
		...about,
		summary: 'No file says MISSING',
		title: 'Word MISSING',
		severity: 'warning',
		messages: { found: 'There should be a file.' },
		*check(read) {
			for (const _ of places(read, 'MISSING')) yield { at: { path: 'nowhere/at/all.md' }, message: 'found' };
		},
	}),
	'demo/broken': defineRule({
		...about,
		summary: 'No file says BROKEN',
		title: 'Word BROKEN',
		severity: 'warning',
		messages: { found: '' },
		*check(read) {
			for (const at of places(read, 'BROKEN')) {
				if (at) throw new Error('on purpose');
				yield { at, message: 'found' as const };
			}
		},
	}),
};

/** The pages of these rules. */
export const pages = Object.fromEntries(
	Object.entries(rules).map(([id, { summary }]) => [
		id,
		`# ${id}\n\n${summary}.\n\nChecklist item: develop-and-test.\n\n## Why\n\nBecause of the ${id.slice(5)} test,\nand \`code\`.\n\nMore.\n\n## Reported\n\n`,
	]),
);
