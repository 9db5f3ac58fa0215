import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { unified } from '../../server/src/generate/unified';

describe('unified diffs', () => {
	const applied = (before: string, after: string) => applyPatch(before, unified({ path: 'a/b.go', before, after }));
	const line = (mark: string, count: number) => Array.from({ length: count }, (_, i) => `${mark}${i}\n`).join('');

	it('name the file, and say when there is none', () => {
		assert.equal(unified({ path: 'a.md', before: 'x\n', after: 'y\n' }), '--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-x\n+y\n');
		assert.ok(unified({ path: 'a.md', before: undefined, after: 'y\n' }).startsWith('--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,1 @@\n'));
		assert.ok(unified({ path: 'a.md', before: 'y\n', after: undefined }).startsWith('--- a/a.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n'));
	});

	it('make of the one text the other, whatever they are', () => {
		const text = fc.array(fc.constantFrom('a\n', 'b\n', '\n', 'c\n')).chain(lines => fc.constantFrom('', 'no end').map(end => lines.join('') + end));
		fc.assert(fc.property(text, text, (before, after) => assert.equal(applied(before, after), after)));
	});

	for (const [name, before, after] of [
		['in the middle', `head\n${line('a', 3000)}tail\n`, `head\n${line('b', 2500)}tail\n`],
		['all of it', line('a', 3000), `${line('b', 3000)}no end`],
		['at the end', `head\n${line('a', 2)}`, `head\n${line('a', 2)}${line('b', 3000)}`],
		['to nothing', line('a', 3000), ''],
	] as const)
		it(`take thousands of changed lines for one change: ${name}`, () => {
			assert.equal(applied(before, after), after);
			assert.equal(unified({ path: 'a', before, after }).match(/^@@ /gm)?.length, 1);
		});
});
