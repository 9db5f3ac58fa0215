import { readRepository } from '../../server/src/workspace/git';
import { MemoryFileSystem } from '../../server/src/workspace/memory';
import { assertLaterProportionalTo } from '../support/proportional';

const lines = (count: number) => '\n'.repeat(count);
const spaces = (count: number) => ' '.repeat(count);

/** Files of git that grow, each with a shape that a careless expression reads again and again. */
const shapes: Readonly<Record<string, (count: number) => Readonly<Record<string, string>>>> = {
	'empty lines before an address': count => ({ '/p/.git/config': `[remote "origin"]${lines(count)}x` }),
	'spaces in an address': count => ({ '/p/.git/config': `[remote "origin"]\nurl = a${spaces(count)}b` }),
	'empty lines before a format': count => ({ '/p/.git/config': lines(count), '/p/.git/index': '' }),
	'spaces in a work tree': count => ({ '/p/.git': 'gitdir: /g', '/g/config': `[core]\nworktree = a${spaces(count)}b` }),
	'parts of a git directory': count => ({ '/p/.git': `gitdir: ${'a/'.repeat(count * 5)}` }),
	'parts of a common directory': count => ({ '/p/.git': 'gitdir: /g', '/g/commondir': 'a/'.repeat(count * 5), '/g/gitdir': '/p/.git' }),
};

describe("hostile: git's files that grow", () => {
	for (const [what, of] of Object.entries(shapes))
		it(`takes time in proportion to the ${what}`, () =>
			assertLaterProportionalTo(40_000, count => readRepository(new MemoryFileSystem(of(count)), '/p'), what)).timeout(60_000);
});
