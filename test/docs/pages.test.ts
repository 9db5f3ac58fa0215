import assert from 'node:assert/strict';
import { header } from '../../server/src/facts/docs/header';
import { isNameOf, undocumented } from '../../server/src/facts/docs/matching';
import { docsPages, docsReadme, docsSource } from '../../server/src/facts/docs/pages';
import { components } from '../../server/src/facts/plugin/components';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const goMod = ['go.mod', 'module github.com/acme/packer-plugin-acme\n'] as const;
const main = (...calls: readonly string[]) =>
	[
		'main.go',
		[
			'package main',
			'import "github.com/hashicorp/packer-plugin-sdk/plugin"',
			'import "github.com/acme/packer-plugin-acme/a"',
			'func main() {',
			'pps := plugin.NewSet()',
			...calls.map(call => `pps.Register${call}`),
			'}',
		].join('\n'),
	] as const;
const named = (name: string) => `Builder(${name}, new(a.${name.replace(/\W/g, '')}Builder))`;

describe('documentation pages', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const open = (calls: readonly string[], ...files: ReadonlyArray<string | readonly [string, string]>) =>
		plugin([goMod, main(...calls), ...files.map(f => (typeof f === 'string' ? ([f, ''] as const) : f))], loaded);
	const lacking = (calls: readonly string[], ...files: Parameters<typeof open>[1][]) =>
		open(calls, ...files)
			.get(undocumented)
			.map(c => c.fullName);

	it('are matched by name, full name and type line', () => {
		assert.deepEqual(lacking([named('"vm"')], 'docs/builders/vm.mdx'), []);
		assert.deepEqual(lacking([named('"vm"')], 'docs/builders/acme-vm.mdx'), []);
		assert.deepEqual(lacking([named('"my_vm"')], 'docs/builders/My-VM.mdx'), []);
		assert.deepEqual(lacking([named('plugin.DEFAULT_NAME')], 'docs/builders/acme.mdx'), []);
		assert.deepEqual(lacking([named('"vm"'), named('"b"')], ['docs/builders/x.mdx', 'Type: `acme-vm`\n'], 'docs/builders/y.mdx'), []);
		assert.deepEqual(lacking([named('"vm"')], 'docs/builders/vm/page.mdx'), []);
	});

	it('are not taken for those of another kind, nor those of the scaffolding for any', () => {
		assert.deepEqual(lacking([named('"vm"')], 'docs/provisioners/vm.mdx'), ['acme-vm']);
		assert.deepEqual(lacking([named('"vm"')], 'docs/builders/builder.mdx'), ['acme-vm']);
		assert.deepEqual(lacking([named('"vm"'), named('"b"')], 'docs/builders/vm.mdx', 'docs/builders/index.mdx'), ['acme-b']);
	});

	it('of another name are given the benefit of the doubt, as long as there are enough', () => {
		assert.deepEqual(lacking([named('"vm"')], 'docs/builders/machine.mdx'), []);
		assert.deepEqual(lacking([named('"vm"'), named('"b"')], 'docs/builders/machine.mdx'), ['acme-vm', 'acme-b']);
	});

	it('of a type stand for all its names', () => {
		const calls = ['Builder(plugin.DEFAULT_NAME, new(a.Builder))', 'Builder("iso", new(a.Builder))', 'Builder("clone", new(a.Clone))'];
		const types = ['a/a.go', 'package a\ntype Builder struct{}\ntype Clone struct{}\n'] as const;
		assert.deepEqual(lacking(calls, types, 'docs/builders/iso.mdx'), ['acme-clone']);
	});

	it('are found where they are written', () => {
		const source = (...files: Parameters<typeof open>[1][]) => open([], ...files).get(docsSource);
		assert.deepEqual(source('docs/builders/a.mdx', '.web-docs/components/builder/a/README.md'), { from: 'docs', dir: 'docs' });
		assert.deepEqual(source('docs-src/builders/a.mdx'), { from: 'docs', dir: 'docs-src' });
		assert.deepEqual(source('.web-docs/docs/builders/a.mdx'), { from: 'docs', dir: '.web-docs/docs' });
		assert.deepEqual(source('website/builders/a.mdx', ['Makefile', 'generate:\n\tpacker-sdc renderdocs -src ./website -partials p/ -dst .docs/\n']), {
			from: 'docs',
			dir: 'website',
		});
		assert.deepEqual(source('.web-docs/components/builder/a/README.md'), { from: 'web-docs' });
		assert.deepEqual(source('docs/README.md', 'docs/index.md'), { from: 'nowhere' });
	});

	it('are, of documentation written in .web-docs by hand, the READMEs there', () => {
		const db = open([named('"vm"')], '.web-docs/components/builder/vm/README.md', '.web-docs/components/nothing/x/README.md', '.web-docs/README.md');
		assert.deepEqual(db.get(docsPages), [{ path: '.web-docs/components/builder/vm/README.md', kind: 'builder', slug: 'vm', compiled: false }]);
		assert.deepEqual(db.get(undocumented), []);
		assert.equal(db.get(docsReadme), '.web-docs/README.md');
	});

	it('begin as compile-to-webdocs.sh sees it', () => {
		const of = (text: string) => open([], ['p.mdx', text]).get(header, 'p.mdx');
		for (const text of ['---\na: b\n---\n', '---\n---', '\n\n---\na\n---\n', '<!-- Copyright -->\n---\na\n---\n', '\ufeff---\r\na: b\r\n---\r\n'])
			assert.deepEqual(of(text), { frontMatter: 'there' }, text);
		// The script drops three lines, or three more than lead to the second that starts with `---`.
		const drops = (text: string) => of(text)?.dropped;
		assert.deepEqual(of(''), { frontMatter: 'missing' });
		assert.deepEqual(of('text'), { frontMatter: 'missing', dropped: 1 });
		assert.equal(drops('a\nb\nc\nd\n'), 3);
		assert.equal(drops('text\n---\nb\nc\nd\ne\n'), 5);
		assert.equal(drops('- a\n---\n- b\n---\n1\n2\n3\n4\n5\n'), 7);
		assert.equal(drops('-- \n--\n\n'), 3);
		assert.equal(drops('\n# A title\n\ntext\n'), undefined);
		assert.equal(drops('# A title\n\ntext\n'), 3);
		assert.deepEqual(of('\n# A *title* #\ntext'), { frontMatter: 'missing', title: 'A *title*', dropped: 3 });
		assert.deepEqual(of('---\na: b\n'), { frontMatter: 'unclosed' });
		assert.equal(open([]).get(header, 'p.mdx'), undefined);
	});

	it('names compare without case, with `_` as `-`', () => {
		const db = open([named('"a_b"')]);
		const [component] = db.get(components);
		assert.ok(component);
		for (const slug of ['a_b', 'A-B', 'acme-a-b', 'a-b-builder', 'provisioner-a_b', 'a-bs']) assert.ok(isNameOf(db.get, component, slug), slug);
		for (const slug of ['a', 'acme', 'b', 'acme-acme-a-b']) assert.ok(!isNameOf(db.get, component, slug), slug);
	});
});
