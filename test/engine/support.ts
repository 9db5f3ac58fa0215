import type { Options } from '../../server/src/engine/options';
import { defineRule, type Finding, type Rule } from '../../server/src/engine/rule';
import { type Counter, Database } from '../../server/src/facts/core/database';

const usual = {
	summary: 'All is well',
	title: 'Something wrong',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://example.com',
	messages: { found: 'Found {what}.', other: 'Other.' },
} as const;

/** A rule that gives these findings, with what differs from the usual. */
export const ruleOf = (findings: readonly Finding<'found' | 'other'>[], over: Partial<Rule<'found' | 'other', Options>> = {}): Rule =>
	defineRule<'found' | 'other', Options>({ ...usual, check: () => findings, ...over });

/** A finding of the first letters of a file. */
export const finding = (over: Partial<Finding<'found' | 'other'>> = {}): Finding<'found' | 'other'> => ({
	at: { path: 'a.md', from: 0, to: 3 },
	message: 'found',
	...over,
});

/** A database of files by path. */
export function database(files: Readonly<Record<string, string>> = { 'a.md': 'abc\ndef\n' }, computed?: Counter): Database {
	const db = new Database(computed);
	for (const [path, text] of Object.entries(files)) db.setFile(path, { text });
	return db;
}
