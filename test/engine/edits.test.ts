import assert from 'node:assert/strict';
import { resolveFix } from '../../server/src/engine/edits';
import { applyEdits, type Edit, insertAfter, insertBefore, insertLineAfter, insertLineBefore, removeLines, replace } from '../../server/src/text/edit';
import type { Place } from '../../server/src/text/place';
import { some } from '../support/some';
import { database } from './support';

/** A text after an edit at a stretch of it. */
function edited(source: string, stretch: string, edit: (at: Place) => Edit): string {
	const { get } = database({ f: source });
	const from = source.indexOf(stretch);
	const resolved = resolveFix(get, { title: '', kind: 'safe', edits: [edit({ path: 'f', from, to: from + stretch.length })] });
	return applyEdits(
		source,
		resolved.filter(one => one.kind === 'text'),
	);
}

describe('the edits of fixes', () => {
	it('go over, before or after their place, or work on whole lines, indented as the first', () => {
		const source = 'one\n\ttwo here\n\n\tthree\n';
		for (const [edit, after] of some<[(at: Place) => Edit, string]>([
			[at => replace(at, 'x'), 'one\n\tx here\n\n\tthree\n'],
			[at => insertBefore(at, 'x'), 'one\n\txtwo here\n\n\tthree\n'],
			[at => insertAfter(at, 'x'), 'one\n\ttwox here\n\n\tthree\n'],
			[at => insertLineBefore(at, 'x\n\ty'), 'one\n\tx\n\t\ty\n\ttwo here\n\n\tthree\n'],
			[at => insertLineAfter(at, 'x\n\ny'), 'one\n\ttwo here\n\tx\n\n\ty\n\n\tthree\n'],
			[removeLines, 'one\n\n\tthree\n'],
		]))
			assert.equal(edited(source, 'two', edit), after);
	});

	it('reach the end of the line on which their place ends, also where it ends with that line', () => {
		assert.equal(
			edited('a\nb\nc\n', 'a\nb', at => insertLineAfter(at, 'x')),
			'a\nb\nx\nc\n',
		);
		assert.equal(
			edited('a\nb\nc\n', 'a\nb\n', at => insertLineAfter(at, 'x')),
			'a\nb\nx\nc\n',
		);
		assert.equal(edited('a\nb\nc\n', 'a\nb\n', removeLines), 'c\n');
		assert.equal(edited('a\nb\nc\n', 'b', removeLines), 'a\nc\n');
	});

	it('end the last line where it is not, and no line twice', () => {
		assert.equal(
			edited('a\nb', 'b', at => insertLineAfter(at, 'x')),
			'a\nb\nx',
		);
		assert.equal(edited('a\nb', 'b', removeLines), 'a\n');
		assert.equal(
			edited('a\nb', 'a', at => insertLineBefore(at, 'x\n')),
			'x\na\nb',
		);
	});

	it('have the line ends of the file', () => {
		assert.equal(
			edited('a\r\nb\r\n', 'a', at => insertLineAfter(at, 'x\ny')),
			'a\r\nx\r\ny\r\nb\r\n',
		);
		assert.equal(
			edited('a\r\nb\r\n', 'a', at => replace(at, 'x\r\ny')),
			'x\r\ny\r\nb\r\n',
		);
		assert.equal(
			edited('a\r\nb', 'b', at => insertLineAfter(at, 'x')),
			'a\r\nb\r\nx',
		);
	});
});
