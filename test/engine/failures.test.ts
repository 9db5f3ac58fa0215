import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import type { Database, Fact } from '../../server/src/facts/core/database';
import { text } from '../../server/src/facts/core/files';
import { database, finding, ruleOf } from './support';

/** The number in a file; throws if there is none. */
const number: Fact<number, string> = (read, path) => {
	const value = Number(read(text, path));
	if (Number.isNaN(value)) throw new Error(`${path} is not a number`);
	return value;
};
const sum: Fact<number> = read => read(number, 'a') + read(number, 'b');

/** Two rules that read the same fact, one that reads the other file, and one that reads nothing. */
const engine = new Engine({
	'a/first': ruleOf([], { check: read => (read(sum) > 10 ? [finding({ at: { path: 'a' } })] : []) }),
	'a/second': ruleOf([], { check: read => (read(sum) > 5 ? [finding({ at: { path: 'b' } })] : []) }),
	'b/apart': ruleOf([], { check: read => (read(number, 'b') > 0 ? [finding({ at: { path: 'b' } })] : []) }),
	'c/still': ruleOf([finding({ at: { path: 'a' } })]),
});

const said = (db: Database) => {
	const { findings, failures } = engine.check(db.get);
	return { findings: findings.map(f => f.rule), failures: failures.map(({ rule, message }) => `${rule}: ${message}`) };
};
const broken = (path: string) => [`a/first: ${path} is not a number`, `a/second: ${path} is not a number`];

describe('a rule that breaks', () => {
	it('fails alone, revision after revision, while the fact that it reads throws, recovers and throws again', () => {
		const computed: string[] = [];
		const db = database({ a: 'x', b: '1' }, name => computed.push(name));
		assert.deepEqual(said(db), { findings: ['c/still', 'b/apart'], failures: broken('a') });

		db.setFile('c', { text: 'of no matter' });
		computed.length = 0;
		assert.deepEqual(said(db), { findings: ['c/still', 'b/apart'], failures: broken('a') });
		assert.deepEqual(
			computed.filter(name => name !== 'unreadable' && name !== 'filesUnder'),
			[],
			'what broke is not computed again',
		);

		db.setFile('a', { text: 'y' });
		assert.deepEqual(said(db), { findings: ['c/still', 'b/apart'], failures: broken('a') }, 'still throwing');

		db.setFile('a', { text: '20' });
		assert.deepEqual(said(db), { findings: ['a/first', 'c/still', 'a/second', 'b/apart'], failures: [] }, 'recovered');

		db.setFile('b', { text: 'z' });
		assert.deepEqual(said(db), { findings: ['c/still'], failures: [...broken('b'), 'b/apart: b is not a number'] }, 'throwing again, another fact');

		db.setFile('b', { text: '-15' });
		assert.deepEqual(said(db), { findings: ['c/still'], failures: [] }, 'recovered again');
	});

	it('fails alone where it throws by itself, what it threw told', () => {
		const thrown = (error: unknown) =>
			new Engine({
				'a/a': ruleOf([], {
					*check() {
						yield finding();
						throw error;
					},
				}),
				'a/b': ruleOf([finding()]),
			}).check(database().get);
		const { findings, failures } = thrown(new TypeError('no such thing'));
		assert.deepEqual(
			findings.map(f => f.rule),
			['a/b'],
		);
		assert.deepEqual(failures, [{ rule: 'a/a', message: 'no such thing' }]);
		assert.deepEqual(thrown('a word').failures, [{ rule: 'a/a', message: 'a word' }]);
	});

	it('fails alone if the place of its finding is unknown', () => {
		const place = {
			path: 'a.md',
			get from(): number {
				throw new Error('nowhere');
			},
			to: 1,
		};
		const { findings, failures } = new Engine({ 'a/a': ruleOf([finding({ at: place })]), 'a/b': ruleOf([finding()]) }).check(database().get);
		assert.deepEqual(
			findings.map(f => f.rule),
			['a/b'],
		);
		assert.deepEqual(failures, [{ rule: 'a/a', message: 'nowhere' }]);
	});

	it('fails alone where its facts need each other', () => {
		const one: Fact<number> = read => read(other);
		const other: Fact<number> = read => read(one);
		const engine = new Engine({ 'a/a': ruleOf([], { check: read => (read(one) ? [finding()] : []) }), 'a/b': ruleOf([finding()]) });
		const db = database();
		for (let revision = 0; revision < 3; revision++) {
			const { findings, failures } = engine.check(db.get);
			assert.equal(findings.length, 1);
			assert.deepEqual(failures, [{ rule: 'a/a', message: 'one → other → one: a fact that needs itself' }]);
			db.setFile('a.md', { text: `abc ${revision}` });
		}
	});
});
