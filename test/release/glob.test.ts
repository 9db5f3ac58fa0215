import assert from 'node:assert/strict';
import { matching } from '../../server/src/facts/release/plan/glob';
import { some } from '../support/some';

const files = ['LICENSE', 'docs/a.md', 'docs/b/c.md', 'docs.zip', 'a,b'];

describe("GoReleaser's globs", () => {
	const cases: ReadonlyArray<readonly [pattern: string, found: readonly string[] | undefined]> = [
		['LICENSE', ['LICENSE']],
		['docs', ['docs/a.md', 'docs/b/c.md']],
		['docs/*.md', ['docs/a.md']],
		['docs/**', ['docs/a.md', 'docs/b/c.md']],
		['*.?ip', ['docs.zip']],
		['{LICENSE,docs.zip}', ['LICENSE', 'docs.zip']],
		['docs{/a.md,.zip}', ['docs/a.md', 'docs.zip']],
		['a,b', ['a,b']],
		['{a', undefined],
		['{a,{b,c}}', undefined],
		['../x', undefined],
		['[ab]', undefined],
	];
	for (const [pattern, found] of cases) it(`\`${pattern}\``, () => assert.deepEqual(matching(files, pattern), found));

	it('take time in proportion to their length, however many ways there are', () => {
		const long = ['a'.repeat(200)];
		for (const pattern of some([`${'*a'.repeat(60)}b`, `${'?*'.repeat(40)}b`, `${'*'.repeat(200)}b`])) assert.deepEqual(matching(long, pattern), []);
		assert.equal(matching(long, '{a,b}'.repeat(60)), undefined);
	});
});
