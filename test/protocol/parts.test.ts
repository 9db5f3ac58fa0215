import assert from 'node:assert/strict';
import type { ResolvedEdit } from '../../server/src/engine/edits';
import { combine } from '../../server/src/lsp/combine';
import { repositoryOf } from '../../server/src/lsp/folders';
import { Positions } from '../../server/src/lsp/positions';
import { Schedule } from '../../server/src/lsp/schedule';
import { openingOf } from '../../server/src/pages/opening';

/** A clock that a test turns: what is to happen later happens when it says so. */
function clock() {
	const waiting = new Set<() => void>();
	return {
		pace: {
			now: () => 0,
			breathe: () => Promise.resolve(),
			after: (_: number, callback: () => void) => {
				waiting.add(callback);
				return () => waiting.delete(callback);
			},
		},
		get armed() {
			return waiting.size;
		},
		async ring() {
			for (const callback of [...waiting]) {
				waiting.delete(callback);
				callback();
			}
			await new Promise(resolve => setImmediate(resolve));
		},
	};
}

describe('a schedule', () => {
	const make = (steps: () => Generator<string | undefined, string>) => {
		const time = clock();
		const said: string[] = [];
		const schedule = new Schedule<string, string>(time.pace, {
			start: steps,
			early: part => said.push(part),
			finish: result => said.push(result),
			fail: error => said.push(String(error)),
		});
		return { time, said, schedule };
	};
	const once = function* () {
		yield;
		return 'checked';
	};

	it('checks once after many requests', async () => {
		const { time, said, schedule } = make(once);
		for (let i = 0; i < 10; i++) schedule.request();
		assert.equal(time.armed, 1);
		await time.ring();
		assert.deepEqual([said, time.armed], [['checked'], 0]);
		await schedule.idle();
	});

	it('drops a check that is overtaken between two rules', async () => {
		let rules = 0;
		const { time, said, schedule } = make(function* () {
			for (let i = 0; i < 3; i++) {
				if (rules++ === 1) schedule.request();
				yield;
			}
			return `after ${rules} rules`;
		});
		schedule.request();
		await time.ring();
		assert.deepEqual([said, rules], [[], 2]);
		await time.ring();
		assert.deepEqual([said, rules], [['after 5 rules'], 5]);
	});

	it('checks nothing while a change is made in several steps', async () => {
		const { time, said, schedule } = make(once);
		let end = () => {};
		const change = schedule.during(() => new Promise(resolve => (end = resolve)));
		schedule.request();
		assert.equal(time.armed, 0);
		end();
		await change;
		await time.ring();
		assert.deepEqual(said, ['checked']);
	});

	it('says what broke, and goes on', async () => {
		let broken = true;
		const { time, said, schedule } = make(function* () {
			yield;
			if (broken) throw new Error('once');
			return 'checked';
		});
		schedule.request();
		await time.ring();
		await schedule.idle();
		broken = false;
		schedule.request();
		await time.ring();
		assert.deepEqual(said, ['Error: once', 'checked']);
	});

	it('holds nobody up when it ends', async () => {
		const { time, said, schedule } = make(once);
		schedule.request();
		const idle = schedule.idle();
		schedule.dispose();
		await idle;
		schedule.request();
		assert.equal(time.armed, 0);
		await schedule.idle();
		assert.deepEqual(said, []);
	});
});

describe('fixes made together', () => {
	const text = (start: number, end: number, to: string, path = 'a'): ResolvedEdit => ({ kind: 'text', path, span: { start, end }, text: to });

	it('leave a fix out whole where one of its edits is in the way', () =>
		assert.deepEqual(combine([[text(0, 4, 'x')], [text(9, 9, 'y'), text(2, 6, 'z')], [text(4, 5, 'w')]]), [text(0, 4, 'x'), text(4, 5, 'w')]));
	it('make once what two have in common', () =>
		assert.deepEqual(
			combine([
				[text(0, 0, 'x'), text(5, 6, 'y')],
				[text(0, 0, 'x'), text(7, 8, 'z')],
			]),
			[text(0, 0, 'x'), text(5, 6, 'y'), text(7, 8, 'z')],
		));
	it('put two insertions at one place', () => assert.deepEqual(combine([[text(3, 3, 'x')], [text(3, 3, 'y')]]), [text(3, 3, 'x'), text(3, 3, 'y')]));
	it('do not edit what is deleted, nor make one file twice', () =>
		assert.deepEqual(
			combine([
				[{ kind: 'delete', path: 'a' }],
				[text(0, 1, 'x')],
				[{ kind: 'create', path: 'b', text: '1' }],
				[{ kind: 'create', path: 'b', text: '2' }],
				[{ kind: 'create', path: 'b', text: '1' }, text(0, 0, 'k', 'c')],
			]),
			[{ kind: 'delete', path: 'a' }, { kind: 'create', path: 'b', text: '1' }, text(0, 0, 'k', 'c')],
		));
});

describe('positions', () => {
	const of = (text: string, lead = 0) => new Positions({ text: () => text, lead: () => lead });

	it('are clamped to the text', () => {
		const positions = of('ab\r\ncd');
		assert.deepEqual(
			[positions.offset('', { line: 0, character: 99 }), positions.offset('', { line: 9, character: 0 }), positions.offset('', { line: 1, character: 1 })],
			[2, 6, 5],
		);
		assert.deepEqual(positions.position('', 99), { line: 1, character: 2 });
	});

	it('are ahead on the first line by what the editor has there', () => {
		const positions = of('ab\ncd', 1);
		assert.deepEqual(
			[positions.position('', 1), positions.position('', 4), positions.offset('', { line: 0, character: 2 })],
			[{ line: 0, character: 2 }, { line: 1, character: 1 }, 1],
		);
	});
});

describe('small parts', () => {
	it('know what in .git tells of the repository', () =>
		assert.deepEqual(['/w/.git/HEAD', '/w/.git/refs/tags/v1', '/w/.git', '/w/.git/index', '/w/.git/HEAD.lock', '/w/a/.github/x'].map(repositoryOf), [
			'/w',
			'/w',
			'/w',
			undefined,
			undefined,
			undefined,
		]));

	it('read the opening of a page, whatever its line ends', () => {
		assert.deepEqual(openingOf('# a/b\r\n\r\nSummary.\r\n\r\nChecklist item: webform.\r\n\r\n## Why\r\n\r\nBecause.\r\nIndeed.\r\n\r\nMore.\r\n'), {
			summary: 'Summary.',
			why: 'Because.\nIndeed.',
		});
		assert.equal(openingOf('no page'), undefined);
	});
});
