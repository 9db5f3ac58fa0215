import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ResolvedEdit } from '../../server/src/engine/edits';
import { TakenEdits } from '../../server/src/engine/takenEdits';
import { assertProportionalTo } from '../support/proportional';
import { some } from '../support/some';

const edit = fc.oneof(
	{
		weight: 20,
		arbitrary: fc
			.tuple(fc.nat(12), fc.nat(4), fc.constantFrom('a', 'b'))
			.map(([start, length, text]): ResolvedEdit => ({ kind: 'text', path: text === 'a' ? 'x' : 'y', span: { start, end: start + length }, text })),
	},
	{ weight: 1, arbitrary: fc.constantFrom<ResolvedEdit>({ kind: 'create', path: 'x', text: '' }, { kind: 'delete', path: 'y' }) },
);

/** What makes two edits of one file impossible together, one against the other. */
function clash(a: ResolvedEdit, b: ResolvedEdit, sharing: boolean): boolean {
	if (a.path !== b.path) return false;
	if (a.kind !== 'text' || b.kind !== 'text') return true;
	return (a.span.start < b.span.end && b.span.start < a.span.end) || (!sharing && a.span.start === b.span.start);
}

describe('edits that are taken together', () => {
	for (const sharing of [true, false])
		it(`are those of which none overlaps another, in order${sharing ? ', with insertions at one place' : ''}`, () => {
			fc.assert(
				fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), edits => {
					const taken = new TakenEdits({ sharing });
					const naive: ResolvedEdit[] = [];
					for (const one of some(edits)) {
						assert.equal(
							taken.has(one),
							naive.some(other => JSON.stringify(other) === JSON.stringify(one)),
						);
						assert.equal(
							taken.clashes(one),
							naive.some(other => clash(one, other, sharing)),
						);
						if (taken.clashes(one)) continue;
						taken.add([one]);
						naive.push(one);
					}
					assert.deepEqual(taken.all, naive);
					assert.deepEqual([...taken.byPath()].flatMap(([, edits]) => edits).length, naive.length);
				}),
				{ numRuns: 2000 },
			);
		});

	it('take time in proportion to their number', () =>
		assertProportionalTo(
			40_000,
			count => {
				const taken = new TakenEdits({ sharing: true });
				for (let i = 0; i < count; i++) {
					const start = 10 * ((i * 7919) % count);
					const one: ResolvedEdit = { kind: 'text', path: 'x', span: { start, end: start + 2 }, text: 'y' };
					if (!taken.has(one) && !taken.clashes(one)) taken.add([one]);
				}
			},
			'edits',
		)).timeout(60_000);
});
