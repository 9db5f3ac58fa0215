import assert from 'node:assert/strict';
import { fixAll } from '../server/src/cli/fix/rounds';
import { Engine } from '../server/src/engine/check';
import type { Reported } from '../server/src/engine/report';
import { defaultSettings } from '../server/src/engine/settings';
import type { Database } from '../server/src/facts/core/database';
import { text } from '../server/src/facts/core/files';
import type { Grammars } from '../server/src/syntax/grammars';
import { commented, comments } from './support/comments';
import { compare } from './support/compare';
import { apply, commentsOf, editsOf, findingsOf, gofmtOf, isRemoved, missingFrom, nameOf, textsOf, touch, unusedImports } from './support/fixed';
import { grammars } from './support/grammars';
import { afterOf, examples, open } from './support/page';
import { allRules, engineOf, ids, pageOf } from './support/rules';
import { some } from './support/some';

// What every fix must keep to, held against each example of each page: a fix never makes things worse.
const everything = new Engine(allRules);
const same = (one: string) => one;

/** The rules that ask for comments: with one above each line they have nothing to report. */
const asksForComments = new Set(['config/field-comment']);

for (const id of some(ids))
	for (const [i, example] of some(examples(pageOf(id), 'Reported').entries(), `${id}: no example under "Reported"`))
		describe(`fixes of ${id}, example ${i + 1}`, () => {
			const engine = engineOf(id);
			const fixable = (db: Database) => findingsOf(engine, db).filter(({ fix }) => fix !== undefined);
			let loaded: Grammars;
			const opened = () => open(example.files, loaded).db;
			before(async () => {
				loaded = await grammars();
			});

			it('are on the page, where there are any', () => assert.equal(example.after !== undefined, fixable(opened()).length > 0));
			if (example.after === undefined) return;
			const after = afterOf(example.after);

			it('leave what the page says, about which the rule is silent', () => {
				const db = opened();
				const before = textsOf(db);
				fixAllOf(db, fixable(db));
				const now = textsOf(db);
				const changed = [...new Set([...before.keys(), ...now.keys()])].filter(path => before.get(path) !== now.get(path));
				assert.deepEqual(changed.sort(), [...after.texts.keys()].sort(), 'the files that the fixes change, and those that the page shows');
				for (const [path, expected] of some(after.texts)) assert.equal(abridged(now.get(path), expected), expected, path);
				assert.deepEqual(findingsOf(engine, db).map(nameOf), []);
			});

			it('make no rule louder, save as the page says', () => {
				const db = opened();
				const before = findingsOf(everything, db);
				fixAllOf(db, fixable(db));
				compare(missingFrom(findingsOf(everything, db), before, nameOf), after.wants(textsOf(db)), textsOf(db));
			});

			it('do not touch what another changes', () => {
				const db = opened();
				const fixes = fixable(db).map(finding => editsOf(db, finding));
				const touched = fixes.flatMap((edits, i) =>
					edits.filter(edit =>
						fixes
							.slice(i + 1)
							.flat()
							.some(other => touch(edit, other)),
					),
				);
				assert.deepEqual(touched, []);
			});

			it('leave Go files that can be parsed, and are as gofmt has them where they were', () => {
				const count = fixable(opened()).length;
				for (let i = 0; i < count; i++) {
					const db = opened();
					const before = gofmtOf(textsOf(db));
					apply(db, editsOf(db, fixable(db)[i] as Reported));
					const now = [...gofmtOf(textsOf(db))].map(([path, state]) => ({ path, before: before.get(path) ?? 'formatted', state }));
					assert.deepEqual(
						now.filter(({ before, state }) => state !== before),
						[],
					);
				}
			});

			it('settle their finding each alone, and make no rule louder', () => {
				const count = fixable(opened()).length;
				for (let i = 0; i < count; i++) {
					const db = opened();
					const before = findingsOf(everything, db);
					const finding = fixable(db)[i] as Reported;
					const had = commentsOf(db);
					const unused = unusedImports(db);
					apply(db, editsOf(db, finding));
					const now = findingsOf(everything, db);
					assert.deepEqual(missingFrom(unusedImports(db), unused, same), [], 'imports that are not used any more');
					const ofName = (findings: readonly Reported[]) => findings.filter(other => nameOf(other) === nameOf(finding)).length;
					assert.ok(ofName(now) < ofName(before), `${nameOf(finding)}: still reported`);
					const listed = after.wants(textsOf(db));
					const louder = missingFrom(now, before, nameOf).filter(
						f => !listed.some(w => w.rule === f.rule && w.path === f.path && f.message.includes(w.message)),
					);
					assert.deepEqual(louder.map(nameOf), []);
					assert.deepEqual(missingFrom(missingFrom(had, commentsOf(db), same), after.gone, same), [], 'comments that are gone');
				}
			});

			for (const where of some(asksForComments.has(id) ? (['behind'] as const) : (['above', 'behind'] as const)))
				it(`keep comments ${where} each line, save those of lines that they remove`, () => {
					const texts = new Map([...open(example.files, loaded).texts].map(([path, text]) => [path, commented(path, text, where)]));
					const count = fixable(open(texts, loaded).db).length;
					assert.ok(count > 0, 'with comments, nothing is reported');
					for (let i = 0; i < count; i++) {
						const { db } = open(texts, loaded);
						const edits = editsOf(db, fixable(db)[i] as Reported);
						apply(db, edits);
						const lost = edits.flatMap(({ path }) =>
							missingFrom(comments(path, texts.get(path) ?? ''), comments(path, db.get(text, path) ?? ''), same).filter(
								said => !isRemoved(path, (texts.get(path) ?? '').indexOf(said), edits),
							),
						);
						assert.deepEqual(lost, []);
					}
				});

			it('come to an end together with the safe fixes of all rules, and make none louder', async () => {
				const db = opened();
				const before = findingsOf(everything, db);
				const had = commentsOf(db);
				const first = await fixAll(everything, db, defaultSettings, async () => true);
				const texts = textsOf(db);
				assert.ok(first.settled, `no end: ${JSON.stringify(first.fixes)}`);
				assert.deepEqual(missingFrom(findingsOf(everything, db), before, nameOf).map(nameOf), []);
				assert.deepEqual(
					findingsOf(everything, db)
						.filter(({ fix }) => fix?.kind === 'safe')
						.map(nameOf),
					[],
					'still fixable',
				);
				assert.deepEqual(missingFrom(missingFrom(had, commentsOf(db), same), after.gone, same), [], 'comments that are gone');
				assert.deepEqual((await fixAll(everything, db, defaultSettings, async () => true)).changes, []);
				assert.deepEqual(textsOf(db), texts);
			});
		});

const fixAllOf = (db: Database, findings: readonly Reported[]): void =>
	apply(
		db,
		findings.flatMap(finding => editsOf(db, finding)),
	);

/** A text as far as a page shows it: a page may end one with the line `…`; what is deleted is shown as `(deleted)`. */
function abridged(text = '(deleted)\n', shown: string): string {
	const start = shown.endsWith('\n…\n') ? shown.slice(0, -2) : undefined;
	return start !== undefined && text.startsWith(start) ? shown : text;
}
