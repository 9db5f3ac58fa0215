import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
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
		['a/**/b', 'a/b', true],
		['a/**/b', 'a/x/y/b', true],
		['a/**', 'a', false],
		['a**b', 'axxb', true],
		['a\\*b', 'a*b', true],
		['a\\*b', 'axb', false],
		['[!a-c]x', 'dx', true],
		['[!a-c]x', 'bx', false],
		['[]]x', ']x', true],
		['a?c', 'a/c', false],
		['\\!a', '!a', true],
		['a ', 'a', true],
		['a\\ ', 'a ', true],
	];
	for (const [rules, path, ignored] of cases)
		it(`${JSON.stringify(rules)} ${ignored ? 'ignores' : 'keeps'} ${path}`, async () =>
			assert.equal((await plugin({ '.gitignore': rules })).get(isGitIgnored, path), ignored));

	it('says what git says', async function () {
		const top = mkdtempSync(join(tmpdir(), 'gitignore-'));
		try {
			if (spawnSync('git', ['init', '-q', top]).status !== 0) this.skip();
			const piece = fc.constantFrom('a', 'b', 'ab', '*', '**', '/', '?', '[ab]', '[!a]', '[a-c]', '\\\\a', '!', '[', ']', '-', '.', 'a/', '/**/', '**/');
			const part = fc.constantFrom('a', 'b', 'ab', 'aab', 'c', '.a', 'a]', '-b', '!a');
			await fc.assert(
				fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 7 }), fc.array(part, { minLength: 1, maxLength: 4 }), async (pieces, parts) => {
					const [rules, path] = [pieces.join(''), parts.join('/')];
					writeFileSync(join(top, '.gitignore'), `${rules}\n`);
					const { status } = spawnSync('git', ['-C', top, 'check-ignore', '-q', '--no-index', '--', path]);
					assert.equal((await plugin({ '.gitignore': rules })).get(isGitIgnored, path), status === 0, `${JSON.stringify(rules)} ${path}`);
				}),
				{ numRuns: Number(process.env.GLOBS ?? 400), seed: Number(process.env.GLOBS_SEED ?? 1) },
			);
		} finally {
			rmSync(top, { recursive: true, force: true });
		}
	}).timeout(60_000);

	it('takes no longer for a hostile pattern', async () => {
		const { get } = await plugin({ '.gitignore': `${'*a'.repeat(400)}b\n${'**/'.repeat(300)}b\n${'['.repeat(200_000)}\n` });
		assert.equal(get(isGitIgnored, Array(40).fill('a'.repeat(200)).join('/')), false);
	});
});
