import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Database, type Fact } from '../../server/src/facts/core/database';
import { exists, filesIn, filesUnder, isDirectory, text, unreadable } from '../../server/src/facts/core/files';
import { type Input, listing } from '../../server/src/facts/core/inputs';
import { some } from '../support/some';

describe('facts/database', () => {
	const number: Input<number> = { name: 'number', initial: 1 };
	const size: Fact<number, string> = (read, path) => (read(text, path) ?? '').length;
	const parity: Fact<string, string> = (read, path) => (read(size, path) % 2 === 0 ? 'even' : 'odd');
	const report: Fact<string> = read => `${read(parity, 'a')} ${read(parity, 'b')} ${read(number)}`;

	const counting = () => {
		const computed: string[] = [];
		const db = new Database((name, key) => computed.push(key === '' ? name : `${name}(${key})`));
		db.setFile('a', { text: '1' });
		db.setFile('b', { text: '22' });
		return { db, since: () => computed.splice(0) };
	};

	it('computes nothing before it is asked, and each thing once', () => {
		const { db, since } = counting();
		assert.deepEqual(since(), []);
		assert.equal(db.get(report), 'odd even 1');
		assert.deepEqual(since().sort(), ['parity(a)', 'parity(b)', 'report', 'size(a)', 'size(b)', 'text(a)', 'text(b)']);
		db.get(report);
		assert.deepEqual(since(), []);
	});

	it('computes again only what read something that changed, and stops where a value is the same as before', () => {
		const { db, since } = counting();
		db.get(report);
		since();
		db.setFile('a', { text: '333' });
		assert.equal(db.get(report), 'odd even 1');
		assert.deepEqual(since(), ['text(a)', 'size(a)', 'parity(a)']);
		db.setFile('a', { text: '4444' });
		assert.equal(db.get(report), 'even even 1');
		assert.deepEqual(since(), ['text(a)', 'size(a)', 'parity(a)', 'report']);
	});

	it('takes no notice of an input set to what it was', () => {
		const { db, since } = counting();
		db.get(report);
		since();
		const { revision } = db;
		db.setFile('a', { text: '1' });
		db.set(number, 1);
		assert.equal(db.revision, revision);
		db.get(report);
		assert.deepEqual(since(), []);
	});

	it('forgets what a fact read before, when it now reads something else', () => {
		const chosen: Fact<string | undefined> = read => read(text, read(number) === 1 ? 'a' : 'b');
		const { db, since } = counting();
		db.get(chosen);
		db.set(number, 2);
		assert.equal(db.get(chosen), '22');
		since();
		db.setFile('a', { text: 'of no matter now' });
		db.get(chosen);
		assert.deepEqual(since(), []);
	});

	it('listings are inputs: a file that appears or goes changes them, its text does not', () => {
		const { db, since } = counting();
		db.setFile('dir/sub/c', { text: '' });
		assert.deepEqual(db.get(filesUnder, ''), ['a', 'b', 'dir/sub/c']);
		since();
		db.setFile('dir/sub/c', { text: 'longer' });
		db.get(filesUnder, '');
		assert.deepEqual(since(), []);
		db.setFile('dir/sub/d', { text: '' });
		assert.deepEqual(db.get(filesUnder, ''), ['a', 'b', 'dir/sub/c', 'dir/sub/d']);
		assert.deepEqual(since(), ['filesUnder(dir/sub)', 'filesUnder(dir)', 'filesUnder']);
		db.setFile('dir/sub/c', undefined);
		db.setFile('dir/sub/d', undefined);
		assert.deepEqual(db.get(filesUnder, ''), ['a', 'b']);
		assert.equal(db.get(isDirectory, 'dir'), false);
		assert.equal(db.get(listing, 'dir/sub'), undefined);
	});

	it('a removed file is nothing, not an old value', () => {
		const { db } = counting();
		db.get(report);
		db.setFile('a', undefined);
		assert.equal(db.get(exists, 'a'), false);
		assert.equal(db.get(report), 'even even 1');
		db.setFile('a', { text: 'x' });
		assert.equal(db.get(report), 'odd even 1');
	});

	it('a file that could not be read exists, has no text, and is named with the reason', () => {
		const { db } = counting();
		db.setFile('b', { unreadable: 'EACCES' });
		assert.deepEqual([db.get(exists, 'b'), db.get(text, 'b'), db.get(filesIn, '')], [true, undefined, ['a', 'b']]);
		assert.deepEqual(db.get(unreadable), [{ path: 'b', reason: 'EACCES' }]);
	});

	it('whatever the edits, says what a database that never knew otherwise says', () => {
		const edit = fc.record({ path: fc.constantFrom('a', 'b', 'd/a', 'd/e/b'), text: fc.option(fc.string({ maxLength: 3 }), { nil: undefined }) });
		const total: Fact<string> = read =>
			read(filesUnder, '')
				.map(path => `${path}:${read(parity, path)}`)
				.join();
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), edits => {
				const kept = new Database();
				const state = new Map<string, string>();
				for (const { path, text } of some(edits)) {
					kept.setFile(path, text === undefined ? undefined : { text });
					if (text === undefined) state.delete(path);
					else state.set(path, text);
					const fresh = new Database();
					for (const [path, text] of state) fresh.setFile(path, { text });
					assert.equal(kept.get(total), fresh.get(total));
				}
			}),
			{ numRuns: 60 },
		);
	});
});
