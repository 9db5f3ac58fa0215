import assert from 'node:assert/strict';
import { same } from '../../server/src/facts/core/same';

describe('plain values', () => {
	it('are the same where they hold the same', () => {
		assert.equal(same({ a: [1, { b: undefined }] }, { a: [1, { b: undefined }] }), true);
		assert.equal(same({ a: [1, 2] }, { a: [1] }), false);
		assert.equal(same([], {}), false);
		assert.equal(same({ a: undefined }, { b: undefined }), false);
		assert.equal(same(Object.create(null), {}), true);
	});

	it('keep nothing to themselves: what does is only the same as itself', () => {
		const map = new Map([[1, 2]]);
		assert.equal(same(map, map), true);
		assert.equal(same(map, new Map([[1, 3]])), false);
		assert.equal(same(new Set(), {}), false);
	});
});
