import assert from 'node:assert/strict';
import { Database } from '../../server/src/facts/core/database';
import { suppressions } from '../../server/src/facts/readiness/suppressions';

const of = (path: string, text: string) => {
	const db = new Database();
	db.setFile(path, { text });
	const found = db.get(suppressions, path);
	assert.deepEqual(
		found.filter(s => !text.slice(s.start, s.end).startsWith('packer-readiness:ignore')),
		[],
	);
	return found.map(s => [s.rule, s.reason, ...s.lines]);
};

describe('suppressions in comments', () => {
	const cases: ReadonlyArray<readonly [string, string, unknown]> = [
		['main.go', 'x() // packer-readiness:ignore a/b -- because', [['a/b', 'because', 0, 1]]],
		[
			'main.go',
			'// packer-readiness:ignore a/b -- one\n\t// packer-readiness:ignore a/c -- two\nx()',
			[
				['a/b', 'one', 0, 2],
				['a/c', 'two', 1, 2],
			],
		],
		['main.go', '/* packer-readiness:ignore a/b -- because */\r\nx()', [['a/b', 'because', 0, 1]]],
		['main.go', '# packer-readiness:ignore a/b -- no comment of Go', []],
		['main.go', '// packer-readiness:ignore a/b', [['a/b', undefined, 0, 1]]],
		['main.go', '// packer-readiness:ignore a/b --', [['a/b', undefined, 0, 1]]],
		['go.mod', 'module x // packer-readiness:ignore a/b -- why -- not', [['a/b', 'why -- not', 0, 1]]],
		['docs/README.md', '<!-- packer-readiness:ignore a/b -->', [['a/b', undefined, 0, 1]]],
		['docs/README.md', '<!-- packer-readiness:ignore a/b -- because -->', [['a/b', 'because', 0, 1]]],
		['docs/x.mdx', '{/* packer-readiness:ignore a/b -- because */}', [['a/b', 'because', 0, 1]]],
		['docs/README.md', '# packer-readiness:ignore a/b -- a heading', []],
		['docs/x.mdx', '---\n# packer-readiness:ignore a/b -- because\ntitle: x\n---\n# packer-readiness:ignore a/c -- a heading', [['a/b', 'because', 1, 2]]],
		['.goreleaser.yml', 'x: y # packer-readiness:ignore a/b -- because', [['a/b', 'because', 0, 1]]],
		['.web-docs/metadata.hcl', '// packer-readiness:ignore a/b -- because', [['a/b', 'because', 0, 1]]],
		['.web-docs/metadata.hcl', 'x = 1 # packer-readiness:ignore a/b -- because', [['a/b', 'because', 0, 1]]],
		['GNUmakefile', '# packer-readiness:ignore -- no rule', [['', 'no rule', 0, 1]]],
	];
	for (const [path, text, expected] of cases) it(`${path}: ${JSON.stringify(text)}`, () => assert.deepEqual(of(path, text), expected));
});
