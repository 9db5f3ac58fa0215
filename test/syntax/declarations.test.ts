import assert from 'node:assert/strict';
import { printType } from '../../server/src/facts/go/print';
import { nameNode, nodes, tagNode, typeNode } from '../../server/src/syntax/go/file';
import { readOutline } from '../../server/src/syntax/go/outline/read';
import { signatureOf } from '../../server/src/syntax/go/signature';
import type { Node } from '../../server/src/text/nodes';

/** The text that a node of a declaration stands for. */
function textOf(source: string, decl: string, node: Node | undefined): string | undefined {
	const place = readOutline(source).places[decl];
	if (place === undefined || node === undefined) return undefined;
	return source.slice(place.start + (place.spans[node * 2] ?? Number.NaN), place.start + (place.spans[node * 2 + 1] ?? Number.NaN));
}

const declarations = (source: string) => {
	const { functions, types, values, problems } = readOutline(source).file;
	return { decls: [...types, ...functions, ...values].map(({ decl }) => decl), problems: problems.length };
};

describe('the declarations of a Go file', () => {
	const source = [
		'// Package p.',
		'package p',
		'',
		'import q "a/b"',
		'',
		'type (',
		'\tT struct {',
		'\t\tA, B []int `x:"y"` // both',
		'\t\t*q.C',
		'\t}',
		')',
		'',
		'//go:embed VERSION',
		'',
		'// The version.',
		'var version, other string = "1", f()',
		'',
		'const n = 1',
		'',
		'func (t *T[K]) Run(ctx q.Context, raws ...any) (x, y int, err error) { return g(`}`) }',
		'',
		'func f() string',
		'',
	].join('\n');

	it('are functions, methods, types, variables and constants, by their names', () => {
		const { file } = readOutline(source);
		assert.deepEqual(declarations(source), { decls: ['T', 'T.Run', 'f', 'version', 'n'], problems: 0 });
		assert.deepEqual(
			file.functions.map(({ decl: _, ...f }) => f),
			[
				{ name: 'Run', receiver: { name: 't', type: 'T', pointer: true }, signature: '(ctx q.Context, raws ...any) (x, y int, err error)', hasBody: true },
				{ name: 'f', signature: '() string', hasBody: false },
			],
		);
		assert.deepEqual(file.values, [
			{ decl: 'version', kind: 'var', names: ['version', 'other'], type: 'string', directives: ['//go:embed VERSION'] },
			{ decl: 'n', kind: 'const', names: ['n'], directives: [] },
		]);
	});

	it('have nodes of their own, counted from where each starts', () => {
		const [field] = readOutline(source).file.types[0]?.fields ?? [];
		const [, embedded] = readOutline(source).file.types[0]?.fields ?? [];
		assert.ok(field && embedded);
		assert.equal(textOf(source, 'T', nodes.type.name), 'T');
		assert.equal(textOf(source, 'T', nodes.type.declaration)?.slice(0, 6), 'type (');
		assert.equal(textOf(source, 'T', field.node), 'A, B []int `x:"y"`');
		assert.deepEqual(
			[nameNode(field), nameNode(field, 1), typeNode(field), tagNode(field)].map(node => textOf(source, 'T', node)),
			['A', 'B', '[]int', '`x:"y"`'],
		);
		assert.deepEqual(
			[embedded.node, typeNode(embedded)].map(node => textOf(source, 'T', node)),
			['*q.C', '*q.C'],
		);
		assert.deepEqual(
			[nodes.function.name, nodes.function.body].map(node => textOf(source, 'T.Run', node)),
			['Run', '{ return g(`}`) }'],
		);
		assert.deepEqual(
			[nodes.value.whole, nodes.value.name].map(node => textOf(source, 'version', node)),
			['version, other string = "1", f()', 'version'],
		);
		assert.equal(textOf(source, '', nodes.package), 'p');
		const [imported] = readOutline(source).file.imports;
		assert.deepEqual(
			[imported?.node, imported?.pathNode].map(node => textOf(source, '', node)),
			['q "a/b"', '"a/b"'],
		);
	});

	it('are the same after an edit to a body or a comment, and the texts of the others are too', () => {
		const edited = source.replace('g(`}`)', 'g(1, 2)').replace('// The version.', '// The\n// version.').replace('// both', '// neither');
		assert.deepEqual(readOutline(edited).file, readOutline(source).file);
		const [before, after] = [readOutline(source).places, readOutline(edited).places];
		assert.deepEqual(after.n?.spans, before.n?.spans);
		assert.notEqual(after.n?.start, before.n?.start);
	});

	it('of one name are told apart', () => {
		assert.deepEqual(declarations('package p\nfunc init() {}\nfunc init() {}\nvar _ = 1\nvar _ = 2\nfunc constructor() {}\n').decls, [
			'init',
			'init#2',
			'constructor',
			'_',
			'_#2',
		]);
	});

	it('are read above and below one that is broken', () => {
		const broken = (middle: string) => declarations(`package p\n\nfunc a() {}\n\n${middle}\n\nfunc z() {}\n\nvar v = 1\n`);
		for (const middle of ['func b() {\n\tif x {\n}', 'func b(', 'type T struct {', 'var = ', 'func b() {}}', 'type', 'const (\n\ta = 1', 'x := 1'])
			assert.deepEqual(
				{ ...broken(middle), decls: broken(middle).decls.filter(decl => 'azv'.includes(decl)) },
				{ decls: ['a', 'z', 'v'], problems: 1 },
				middle,
			);
		const fine = broken('func b() {}').problems;
		assert.equal(fine, 0);
	});

	it('stop where too many are broken, in time in proportion to the text', () => {
		const many = `package p\n${'func b() {\n'.repeat(50_000)}`;
		assert.equal(declarations(many).problems, 16);
	});

	it('are said to be broken where they are', () => {
		const placeOf = (text: string) => {
			const { file, places } = readOutline(text);
			const [node] = file.problems;
			const spans = places['']?.spans ?? [];
			return node === undefined ? undefined : text.slice(spans[node * 2], spans[node * 2 + 1]);
		};
		assert.equal(placeOf('package p\n\nfunc b() {\n\tif x {\n}\n'), 'func b() {');
		assert.equal(placeOf('package p\n\nx := 1\n'), 'x := 1');
		assert.equal(placeOf('package p\n\ntype T int string\n'), 'string');
	});

	it('knows the directives that are comments from those that stand in strings and bodies', () => {
		const text = 'package p\n\n//go:generate a\n\nvar s = `\n//go:generate b\n`\n\nfunc f() {\n//go:generate c\n}\n // go:generate d\n';
		const { directives } = readOutline(text).file;
		assert.deepEqual(
			directives.map(({ text, node }) => [text, node !== undefined]),
			[
				['//go:generate a', true],
				['//go:generate b', false],
				['//go:generate c', false],
			],
		);
	});

	it('belong to a directive with nothing but comments between', () => {
		const embeds = (text: string) => readOutline(`package p\n\n${text}\n`).file.values.map(({ directives }) => directives.length);
		assert.deepEqual(embeds('//go:embed a\nvar x string'), [1]);
		assert.deepEqual(embeds('//go:embed a\n\n// more\n\nvar x string'), [1]);
		assert.deepEqual(embeds('//go:embed a\n/* block */\nvar x string'), [0]);
		assert.deepEqual(embeds('//go:embed a\nfunc f() {}\nvar x string'), [0]);
		assert.deepEqual(embeds('var (\n\t//go:embed a\n\tx string\n\ty string\n)'), [1, 0]);
		assert.deepEqual(embeds('//go:embed a\nvar x string\nvar y string'), [1, 0]);
	});
});

describe('a signature', () => {
	const read = (signature: string) => {
		const found = signatureOf({ signature });
		return found && [found.parameters, found.results].map(list => list.map(({ name, type }) => `${name ?? ''}:${printType(type)}`).join(' '));
	};

	it('has parameters and results, named and not', () => {
		assert.deepEqual(read('(ctx context.Context, a, c int, raws ...interface{}) (x Artifact, err error)'), [
			'ctx:context.Context a:int c:int raws:...interface{}',
			'x:Artifact err:error',
		]);
		assert.deepEqual(read('(int, func(a, b int) error) map[string]int'), [':int :func', ':map[string]int']);
		assert.deepEqual(read('(a []int, b [2]*T, c Set[K], Set[int]) <-chan int'), undefined);
		assert.deepEqual(read('(a []int, b [2]*T, c Set[K]) (Set[int], error)'), ['a:[]int b:[2]*T c:Set[K]', ':Set[int] :error']);
		assert.deepEqual(read('()'), ['', '']);
	});
});
