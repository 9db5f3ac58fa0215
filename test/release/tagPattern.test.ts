import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesTag } from '../../server/src/facts/ci/tagPattern';
import { some } from '../support/some';

const takes = (pattern: string, tag: string) => matchesTag([{ text: pattern }], tag);

describe('patterns of tags', () => {
	/** From GitHub's "Filter pattern cheat sheet", and what follows from it. */
	const cases: ReadonlyArray<readonly [pattern: string, tag: string, taken: boolean | undefined]> = [
		['v*', 'v1.2.3', true],
		['v*', 'release/v1', false],
		['**', 'a/b', true],
		['*', 'a/b', false],
		['v[0-9]+.[0-9]+.[0-9]+', 'v1.10.3', true],
		['v[0-9]+.[0-9]+.[0-9]+', 'v1x10x3', false],
		['v2*', 'v2.9', true],
		['v[12].[0-9]+.[0-9]+', 'v1.10.1', true],
		['v[12].[0-9]+.[0-9]+', 'v3.0.0', false],
		['*.js?', 'a.js', true],
		['*.js?', 'a.j', true],
		['(a)', '(a)', true],
		['\\*', '*', true],
		['\\*', 'a', false],
		['[^v]1', 'v1', false],
		['a+b', 'aaab', true],
		['a+b', 'b', false],
		['+a', 'a', undefined],
		['[a', 'a', undefined],
		['[z-a]', 'a', undefined],
		['${{ x }}', 'v1', undefined],
	];
	for (const [pattern, tag, taken] of cases) it(`\`${pattern}\` and ${tag}: ${taken}`, () => assert.equal(takes(pattern, tag), taken));

	it('are read in order, and one with ! takes back', () => {
		const both = [{ text: 'v*' }, { text: '!v*-rc*' }];
		assert.deepEqual([matchesTag(both, 'v1.0.0'), matchesTag(both, 'v1.0.0-rc1')], [true, false]);
	});

	it('take what the same regular expression takes', () =>
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b', '/', '*', '**', 'a+', 'b?', '[ab]'), { maxLength: 6 }),
				fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 6 }),
				(parts, tag) => {
					const pattern = parts.join('');
					const source = pattern.replace(/\*\*|\*/g, part => (part === '**' ? '.*' : '[^/]*'));
					assert.equal(takes(pattern, tag), new RegExp(`^${source}$`).test(tag), pattern);
				},
			),
		));

	it('take time in proportion to their length, however many ways there are', () => {
		const hostile = [`${'*'.repeat(300)}a`, `v${'[0-9]+'.repeat(100)}x`, '**/'.repeat(100), `${'[0-9]?*'.repeat(200)}b`, `${'a*'.repeat(100)}b`];
		for (const pattern of some(hostile)) assert.equal(takes(pattern, `v${'1'.repeat(60)}`), false);
	});
});
