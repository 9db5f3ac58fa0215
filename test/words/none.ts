import assert from 'node:assert/strict';

/** Fails where a list has members, each on a line of its own: a diff of two lists would show them twice, and cut off. */
export function none(faults: readonly string[]): void {
	if (faults.length > 0) assert.fail(`${faults.length} to convert:\n${faults.join('\n')}`);
}
