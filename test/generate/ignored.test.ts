import assert from 'node:assert/strict';
import { isGitIgnored } from '../../server/src/facts/generated/ignored';
import { plugin } from './plugin';

describe('.gitignore', () => {
	const cases: Array<[rules: string, path: string, ignored: boolean]> = [
		['docs-partials', 'docs-partials/a/b.mdx', true],
		['docs-partials/', 'docs-partials/a/b.mdx', true],
		['/docs-partials/*', 'docs-partials/a.mdx', true],
		['dist/', 'a/dist', false],
		['*.hcl2spec.go', 'a/b.hcl2spec.go', true],
		['/*.hcl2spec.go', 'a/b.hcl2spec.go', false],
		['**/generated/**', 'a/generated/b.go', true],
		['*.go\n!keep.go', 'a/keep.go', false],
		['# docs', 'docs/a.md', false],
		['a[0-9].go', 'a1.go', true],
		['[', 'a', false],
	];
	for (const [rules, path, ignored] of cases)
		it(`${JSON.stringify(rules)} ${ignored ? 'ignores' : 'keeps'} ${path}`, async () =>
			assert.equal((await plugin({ '.gitignore': rules })).get(isGitIgnored, path), ignored));
});
