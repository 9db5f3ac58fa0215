import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineEdits } from '../../server/src/generate/lineEdits';
import { applyEdits } from '../../server/src/text/edit';

describe('the edits between two texts', () => {
	it('are of whole lines, and leave the others alone', () => {
		assert.deepEqual(lineEdits('a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n'), [
			{ span: { start: 2, end: 4 }, text: 'B\n' },
			{ span: { start: 8, end: 8 }, text: 'e\n' },
		]);
		assert.deepEqual(lineEdits('same\n', 'same\n'), []);
	});

	it('make the second of the first', () => {
		const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', 'a\r'), { maxLength: 12 }).map(list => list.join('\n'));
		fc.assert(fc.property(lines, lines, (before, after) => assert.equal(applyEdits(before, lineEdits(before, after)), after)));
	});

	it('are one where too much differs', () => {
		const of = (word: string) => Array.from({ length: 3000 }, (_, i) => `${word} ${i}\n`).join('');
		const [before, after] = [`head\n${of('a')}tail\n`, `head\n${of('b')}tail\n`];
		const edits = lineEdits(before, after);
		assert.equal(edits.length, 1);
		assert.equal(applyEdits(before, edits), after);
	});
});
