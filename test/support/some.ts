import assert from 'node:assert/strict';

/** The members of a list that must have some: a loop over nothing would test nothing. */
export function some<T>(list: Iterable<T>, otherwise = 'there is nothing to look at'): readonly T[] {
	const all = [...list];
	if (all.length === 0) assert.fail(otherwise);
	return all;
}
