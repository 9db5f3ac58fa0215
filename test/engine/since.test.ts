import assert from 'node:assert/strict';
import type { Reported } from '../../server/src/engine/report';
import { type ChangedLines, ofChange, olderOf } from '../../server/src/engine/since';
import { Database } from '../../server/src/facts/core/database';

/** A finding on a line of a file, its lines counted from 0. */
interface Said {
	readonly line: number;
	readonly path?: string;
	readonly rule?: string;
	readonly message?: string;
	readonly related?: readonly number[];
	readonly suppressed?: true;
}

function database(texts: Readonly<Record<string, string>>): Database {
	const db = new Database();
	db.setFiles(Object.entries(texts).map(([path, text]) => [path, { text }]));
	return db;
}

function reported(texts: Readonly<Record<string, string>>, { line, path = 'a', rule = 'r/one', message = 'Wrong.', related = [], suppressed }: Said): Reported {
	const spanOf = (at: number) => {
		const lines = (texts[path] as string).split('\n');
		const start = lines.slice(0, at).join('\n').length + (at === 0 ? 0 : 1);
		return { start, end: start + (lines[at] as string).length };
	};
	return {
		rule,
		key: 'key',
		severity: 'error',
		title: 'Title',
		message,
		path,
		span: spanOf(line),
		item: 'develop-and-test',
		related: related.map(at => ({ path, span: spanOf(at), message: 'here' })),
		...(suppressed ? { suppressed: { how: 'inline', reason: 'so' } } : {}),
	};
}

/** A change of one file, in which each new line has been an old one, or is new (-1). */
function lineChange(from: readonly number[]): ChangedLines {
	return {
		isChanged: (_, first, last) => from.slice(first, last + 1).includes(-1),
		now(path, line) {
			const at = from.indexOf(line);
			return at === -1 ? undefined : { path, line: at };
		},
	};
}

const same = ['x', 'y', 'x', 'x'].join('\n');

/** Which findings are of a change from one text to another. */
function found(before: string, old: readonly Said[], after: string, now: readonly Said[], from: readonly number[]): ReadonlyArray<string | undefined> {
	const [was, is] = [{ a: before }, { a: after }];
	const older = olderOf(
		database(was).get,
		old.map(one => reported(was, one)),
	);
	return ofChange(
		database(is).get,
		now.map(one => reported(is, one)),
		older,
		lineChange(from),
	);
}

describe('findings of a change', () => {
	it('are those on changed lines, and those that were not there', () =>
		assert.deepEqual(found('x\ny\nz', [{ line: 0 }], 'x\nq\nz', [{ line: 0 }, { line: 1 }, { line: 2 }], [0, -1, 2]), [undefined, 'changed', 'caused']));

	it('are not those that have moved with their lines', () =>
		assert.deepEqual(found('x\ny', [{ line: 0 }, { line: 1 }], 'new\nx\ny', [{ line: 1 }, { line: 2 }], [-1, 0, 1]), [undefined, undefined]));

	it('are told apart by their lines where several are alike', () => {
		assert.deepEqual(found(same, [{ line: 0 }, { line: 3 }], same, [{ line: 0 }, { line: 2 }, { line: 3 }], [0, 1, 2, 3]), [undefined, 'caused', undefined]);
		assert.deepEqual(found(same, [{ line: 0 }], same, [{ line: 2 }], [0, 1, 2, 3]), [undefined]);
	});

	it('leave old findings to lines that have not changed', () =>
		assert.deepEqual(found('x\nx', [{ line: 0 }], 'x\nx', [{ line: 0 }, { line: 1 }], [-1, 1]), ['changed', undefined]));

	it('are of a change where a place beside them is', () => {
		assert.deepEqual(found('x\ny', [{ line: 0, related: [1] }], 'x\nq', [{ line: 0, related: [1] }], [0, -1]), ['changed']);
		assert.deepEqual(found('x\ny', [{ line: 0 }], 'x\nq', [{ line: 0 }], [0, -1]), [undefined]);
	});

	it('are not those that count fewer things than before, and are those that count more', () => {
		const count = (number: number) => ({ line: 0, message: `${number} pages are wrong.` });
		assert.deepEqual(found('x', [count(12)], 'x', [count(9)], [0]), [undefined]);
		assert.deepEqual(found('x', [count(9)], 'x', [count(12)], [0]), ['caused']);
		assert.deepEqual(found('x', [{ line: 0, message: 'Wrong: `a`.' }], 'x', [{ line: 0, message: 'Wrong: `b`.' }], [0]), ['caused']);
	});

	it('are those that did not count before, and not those that no longer count', () => {
		assert.deepEqual(found('x', [{ line: 0, suppressed: true }], 'x', [{ line: 0 }], [0]), ['caused']);
		assert.deepEqual(found('x', [{ line: 0 }], 'x', [{ line: 0, suppressed: true }], [0]), [undefined]);
	});

	it('are told apart by rule', () => assert.deepEqual(found('x', [{ line: 0, rule: 'r/two' }], 'x', [{ line: 0 }], [0]), ['caused']));

	it('are compared in time with how many there are', () => {
		const text = 'x\n'.repeat(3000);
		const all = Array.from({ length: 3000 }, (_, line) => ({ line }));
		const is = found(
			text,
			all,
			text,
			all,
			all.map(({ line }) => line),
		);
		assert.deepEqual(new Set(is), new Set([undefined]));
	});
});
