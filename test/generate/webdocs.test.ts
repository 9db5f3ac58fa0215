import assert from 'node:assert/strict';
import { generation } from '../../server/src/generate/command';
import { unified } from '../../server/src/generate/unified';
import { compile } from '../../server/src/generate/webdocs/compile';
import { readScript, type Script } from '../../server/src/generate/webdocs/script';
import { fill, find, hashOf, mismatch } from '../../server/src/generate/webdocs/segments';
import { compileScript } from '../../server/src/scaffold/repository/script';
import { plugin } from './plugin';

const script = readScript(compileScript) as Script;
const page = (body: string) => `---\ndescription: x\n---\n\n# Title\n\n${body}`;

describe('compile-to-webdocs', () => {
	it('knows the script that a new plugin gets', () =>
		assert.deepEqual(Object.keys(script.types), ['builders', 'provisioners', 'post-processors', 'datasources']));
	it('does not know a script that does something else', () => assert.equal(readScript(`${compileScript}\necho more >> README.md\n`), undefined));

	const cases: Array<[what: string, source: string, result: string]> = [
		['takes off front matter and title', page('Text.\n'), 'Text.\n'],
		['takes three lines off where there is no front matter', 'one\ntwo\nthree\nfour\n', 'four\n'],
		['takes everything up to a rule where there is no front matter', 'one\n---\ntwo\n---\nthree\nfour\nfive\nsix\n', 'six\n'],
		['ends with one line end', page('Text.\n\n\n'), 'Text.\n'],
		[
			'rewrites links to plugins',
			page('[a](/packer/plugins/builders/acme) [b](/packer/plugins/datasources/acme/image#id)\n'),
			'[a](/packer/integrations/acme/acme) [b](/packer/integrations/acme/acme/latest/components/data-source/image#id)\n',
		],
		['rewrites names of folders anywhere', page('See x/builders/y.\n'), 'See x/builder/y.\n'],
	];
	for (const [what, source, result] of cases) it(what, () => assert.deepEqual(compile([source], script, 'acme'), [result]));
});

describe('partials of the SDK', () => {
	const partial = '<!-- Of the SDK. -->\n';
	const hashed = { length: partial.length, sha256: hashOf(partial), partial: 'packer-plugin-sdk/x.mdx', from: 0 };

	it('are settled by their hashes', () => {
		assert.equal(mismatch(`a\n${partial}b\n`, ['a\n', hashed, 'b\n']), undefined);
		assert.deepEqual(mismatch('a\n<!-- Of an SDK.  -->\nb\n', ['a\n', hashed, 'b\n']), { segment: 1, offset: 2 });
		assert.deepEqual(mismatch(`a\n${partial}c\n`, ['a\n', hashed, 'b\n']), { segment: 2, offset: 2 + partial.length });
	});

	it('are taken from a page that has them', () => {
		assert.deepEqual(
			fill(['a\n', hashed], segment => find(segment, [`# Other\n\n${partial}end\n`])),
			{ text: `a\n${partial}` },
		);
		assert.deepEqual(
			fill(['a\n', hashed], segment => find(segment, ['# Other\n'])),
			{ missing: hashed },
		);
	});
});

describe('generate', () => {
	const make =
		'generate:\n\tpacker-sdc renderdocs -src docs -partials docs-partials/ -dst .docs/\n\t./.web-docs/scripts/compile-to-webdocs.sh "." ".docs" ".web-docs" "acme"\n';
	const base = {
		'go.mod': 'module github.com/acme/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n',
		Makefile: make,
		'.web-docs/scripts/compile-to-webdocs.sh': compileScript,
	};
	const out = '.web-docs/components/builder/vm/README.md';

	it('puts partials in, also those within partials', async () => {
		const { get } = await plugin({
			...base,
			'docs/builders/vm.mdx': page("@include 'a.mdx'\nend\n"),
			'docs-partials/a.mdx': "A\n@include '/b/c.mdx'",
			'docs-partials/b/c.mdx': 'C',
		});
		const [write] = generation(get).writes;
		assert.equal(write?.path, out);
		assert.equal(write?.text, 'A\nC\nend\n');
		assert.equal(write && unified({ ...write, after: write.text }), `--- /dev/null\n+++ b/${out}\n@@ -0,0 +1,3 @@\n+A\n+C\n+end\n`);
	});

	it('says which partial is missing, and of whose text it has no copy', async () => {
		const { get } = await plugin({
			...base,
			'docs/builders/vm.mdx': page("@include 'gone.mdx'\n"),
			'docs/builders/other.mdx': page("@include 'packer-plugin-sdk/communicator/Config.mdx'\n"),
		});
		const { writes, unwritable, unknown } = generation(get);
		assert.deepEqual(writes, []);
		assert.match(unknown[0]?.sentence ?? '', /there is no partial gone\.mdx/);
		assert.match(unwritable[0]?.sentence ?? '', /packer-plugin-sdk\/communicator\/Config\.mdx is not at hand/);
	});
});
