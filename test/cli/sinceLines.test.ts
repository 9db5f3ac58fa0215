import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allNew, lineMapOf, wholeEffort } from '../../server/src/cli/since/lineMap';
import { type OneSided, renamesIn } from '../../server/src/cli/since/renames';
import { asItWas } from '../../server/src/cli/since/since';
import { assertProportionalTo } from '../support/proportional';

describe('lines of a change', () => {
	const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map(lines => lines.join('\n'));

	it('are kept in their order, changed, or gone', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const map = lineMapOf(before, after, wholeEffort());
				const [old, now] = [before.split('\n'), after.split('\n')];
				const there = old.map((line, i) => ({ line, at: map.now(i) })).filter(({ at }) => at !== undefined);
				const kept = there.map(({ at }) => at as number);
				assert.deepEqual(
					kept.map(at => now[at]),
					there.map(({ line }) => line),
				);
				assert.deepEqual(
					kept,
					[...new Set(kept)].sort((a, b) => a - b),
				);
				assert.deepEqual(
					now.map((_, line) => map.isChanged(line, line)),
					now.map((_, line) => !kept.includes(line)),
				);
				assert.equal(map.isChanged(0, now.length - 1), kept.length < now.length);
			}),
		);
	});

	it('are changed in a range where one of them is', () => {
		const map = lineMapOf('a\nb\nc\nd\ne', 'a\nb\nx\nd\ne', wholeEffort());
		assert.deepEqual(
			[map.isChanged(0, 1), map.isChanged(0, 2), map.isChanged(2, 2), map.isChanged(3, 9), map.isChanged(0, 9)],
			[false, true, true, false, true],
		);
		assert.equal(allNew.isChanged(0, 0), true);
	});

	it('have no changes where only the ends of lines differ', () => {
		const map = lineMapOf('a\nb\n', 'a\r\nb\r\n', wholeEffort());
		assert.equal(map.isChanged(0, 2), false);
	});

	it('are found in time with the texts, however different they are', () => {
		const texts = (size: number) => [0, 1].map(side => Array.from({ length: size }, (_, i) => `${side} ${(i * 7919) % size}`).join('\n')) as [string, string];
		assertProportionalTo(40_000, size => lineMapOf(...texts(size), wholeEffort()), 'two texts without a line in common');
	});
});

describe('the effort of comparing lines', () => {
	const text = (size: number, word: string) => Array.from({ length: size }, (_, i) => (i % 2 === 0 ? `same ${i}` : `${word} ${i}`)).join('\n');

	it('is bounded in all: then texts are compared by what they begin and end with', () => {
		const effort = wholeEffort();
		const map = () => lineMapOf(text(400, 'old'), `${text(400, 'new')}\nend`, effort);
		assert.equal(map().isChanged(2, 2), false);
		let count = 1;
		while (effort.left > 0 && count < 1000) {
			map();
			count++;
		}
		assert.ok(count > 10 && count < 1000, String(count));
		const last = map();
		assert.deepEqual([last.isChanged(0, 0), last.isChanged(2, 2), last.now(0), last.now(2)], [false, true, 0, undefined]);
	});
});

describe('renamed files of a change', () => {
	const file = (path: string, text: string): OneSided => ({ path, text, blob: text });
	const pairs = (added: readonly OneSided[], removed: readonly OneSided[]) => [...renamesIn(added, removed)].map(([path, from]) => `${from.path} > ${path}`);
	const lines = (...numbers: readonly number[]) => numbers.map(n => `line ${n}`).join('\n');

	it('have the same content, of the same name first', () => {
		assert.deepEqual(pairs([file('b/x.go', 'same'), file('c/y.go', 'same')], [file('a/y.go', 'same'), file('a/x.go', 'same')]), [
			'a/x.go > b/x.go',
			'a/y.go > c/y.go',
		]);
		assert.deepEqual(pairs([file('b', 'one')], [file('a', 'two')]), []);
	});

	it('have more than half of their lines in common, and the one that has most is it', () => {
		const now = file('now.go', lines(1, 2, 3, 4, 5, 6));
		assert.deepEqual(pairs([now], [file('far.go', lines(1, 2, 3, 7, 8, 9, 10)), file('near.go', lines(1, 2, 3, 4, 5, 7))]), ['near.go > now.go']);
		assert.deepEqual(pairs([now], [file('far.go', lines(1, 2, 7, 8, 9, 10))]), []);
	});

	it('are each renamed once', () => assert.deepEqual(pairs([file('b', 'x'), file('c', 'x')], [file('a', 'x')]), ['a > b']));

	it('are compared by content only where there are very many', () => {
		const many = (prefix: string) =>
			Array.from({ length: 300 }, (_, i) => file(`${prefix}${i}`, lines(...Array.from({ length: 300 }, (_, line) => i + line), prefix.length)));
		assert.deepEqual(pairs([...many('n'), file('new', 'same')], [...many('oo'), file('old', 'same')]), ['old > new']);
	});
});

describe('scripts of a change', () => {
	const entry = { path: 'a.sh', mode: '100755', blob: '0'.repeat(40), size: 0, skipped: false };
	const files = new Map([
		['a.sh', { mode: '100644', blob: '' }],
		['b.sh', { mode: '100755', blob: '' }],
		['c.go', { mode: '100644', blob: '' }],
	]);
	const now = { folder: 'p', tags: [], subdirectory: '' };

	it('could be run where they could then, whatever they can now', () => {
		const then = (plainScripts: readonly string[]) => asItWas({ ...now, plainScripts }, { files, index: new Map([['a.sh', entry]]) });
		assert.deepEqual(then(['b.sh']), { ...now, plainScripts: ['a.sh'] });
		assert.deepEqual(then(['b.sh', 'vendor/x.sh']), { ...now, plainScripts: ['a.sh', 'vendor/x.sh'] });
	});

	it('are unknown without an index', () => assert.deepEqual(asItWas(now, { files, index: new Map() }), now));
});
