import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generation } from '../../server/src/generate/command';
import { unified } from '../../server/src/generate/unified';
import { compile, rewriteLinks } from '../../server/src/generate/webdocs/compile';
import { readScript, type Script } from '../../server/src/generate/webdocs/script';
import { fill, find, hashOf, merged, mismatch, type Piece } from '../../server/src/generate/webdocs/segments';
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
	const rewrite = (text: string) => rewriteLinks(text, script, 'acme');
	const noPartial = () => assert.fail('there is no partial');
	for (const [what, source, result] of cases) it(what, () => assert.deepEqual(compile([{ text: source }], noPartial, rewrite), [result]));

	it('makes of a page in pieces what it makes of the whole', () => {
		const hash = hashOf('x\n');
		const text = fc
			.array(fc.constantFrom('---\n', '\n', 'a', 'x/builders/y', '/datasou', 'rces/', '[a](/packer/plugins/', 'builders/acme)', '# T\n'), { maxLength: 6 })
			.map(parts => parts.join(''));
		const piece: fc.Arbitrary<Piece> = fc.oneof(
			{ arbitrary: text.map(text => ({ text })), weight: 4 },
			{ arbitrary: text.map(text => ({ text, partial: `docs-partials/${text}` })), weight: 4 },
			{ arbitrary: fc.constant({ length: 2, sha256: hash, partial: 'packer-plugin-sdk/x.mdx', from: 0 }), weight: 1 },
		);
		const head = fc.constantFrom<Piece[]>([], [{ text: '---\n---\n\n# T\n\n' }], [{ text: '---\n---\n\n# T\n\nSee /buil' }]);
		fc.assert(
			fc.property(head, fc.array(piece, { minLength: 1, maxLength: 6 }), (head, rest) => {
				const pieces = [...head, ...rest];
				const rewritten = (path: string) => rewrite(path.slice('docs-partials/'.length));
				const whole = merged(pieces).map((segment): Piece => (typeof segment === 'string' ? { text: segment } : segment));
				const [inPieces, atOnce] = [compile(pieces, rewritten, rewrite), compile(whole, noPartial, rewrite)];
				const joined = (made: typeof inPieces) => ('reason' in made ? made : merged(made.map(s => (typeof s === 'string' ? { text: s } : s))));
				assert.deepEqual(joined(inPieces), joined(atOnce));
			}),
			{
				numRuns: 500,
				examples: [[[], [{ text: '---\n---\n---\n' }, { text: '---\n---\n' }, { length: 2, sha256: hash, partial: 'packer-plugin-sdk/x.mdx', from: 0 }]]],
			},
		);
	});
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
		assert.match(unknown[0]?.sentence ?? '', /partial gone\.mdx is missing/);
		assert.match(unwritable[0]?.sentence ?? '', /packer-plugin-sdk\/communicator\/Config\.mdx of the SDK, which is not in the module cache/);
	});

	it('ends with partials that include each other, and takes no property of an object for a partial', async () => {
		const itself = "A @include 'a.mdx'\n".repeat(800);
		const { get } = await plugin({ ...base, 'docs/builders/vm.mdx': page("@include 'a.mdx'\n"), 'docs-partials/a.mdx': itself });
		assert.match(generation(get).unknown[0]?.sentence ?? '', /more than 1000000 characters/);
		for (const name of ['constructor', '__proto__', 'toString']) {
			const { get } = await plugin({ ...base, 'docs/builders/vm.mdx': page(`@include '${name}'\n`) });
			assert.match(generation(get).unknown[0]?.sentence ?? '', /partial \S+ is missing/, name);
		}
	});

	it('writes nothing over a page whose source cannot be read', async () => {
		const db = await plugin({ ...base, 'docs/builders/vm.mdx': page('Text.\n'), [out]: 'Text.\n' });
		assert.deepEqual(generation(db.get).writes, []);
		db.setFile('docs/builders/vm.mdx', { unreadable: 'it is a binary file' });
		const { writes, unknown } = generation(db.get);
		assert.deepEqual(writes, []);
		assert.match(unknown[0]?.sentence ?? '', /its page in the documentation cannot be read/);
	});
});
