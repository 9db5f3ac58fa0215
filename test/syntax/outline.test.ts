import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readOutline } from '../../server/src/syntax/go/outline/read';

const brokenOf = (text: string) => readOutline(text).file.problems.length > 0;
const struct = (fields: string) => {
	const { file: outline } = readOutline(`package p\n\ntype T struct {\n${fields}\n}\n`);
	return { broken: outline.problems.length > 0, fields: outline.types[0]?.fields ?? [] };
};

describe('the outline of a Go file', () => {
	it('has its package, imports and types', () => {
		const { file: outline } = readOutline(
			'\ufeffpackage p\nimport "a/b"\nimport (\n\tx "c"\n\t. "d"; _ `e`\n)\ntype A = b.C\ntype (\n\tD [2]int\n\tE map[string][]*F\n)\n',
		);
		assert.equal(outline.package, 'p');
		assert.deepEqual(
			outline.imports.map(({ path, name }) => [path, name]),
			[
				['a/b', undefined],
				['c', 'x'],
				['d', '.'],
				['e', '_'],
			],
		);
		assert.deepEqual(outline.types, [
			{ decl: 'A', name: 'A', alias: true, generic: false, type: 'b.C', index: 0 },
			{ decl: 'D', name: 'D', alias: false, generic: false, type: '[2]int', index: 0 },
			{ decl: 'E', name: 'E', alias: false, generic: false, type: 'map[string][]*F', index: 1 },
		]);
		const { constrained, emptyGroup, generated, problems } = outline;
		assert.deepEqual({ constrained, emptyGroup, generated, problems }, { constrained: false, emptyGroup: false, generated: false, problems: [] });
	});

	it('has fields of every form: embedded, several of one type, with tags, on one line', () => {
		const { fields, broken } = struct(
			[
				'\t*a.B `x:",squash"`',
				'\tC; D, E string "y:\\"z\\""',
				'\tF struct{ G int }',
				'\tH [N]int\n\tI []int\n\tJ[int]\n\tk.L[m.N]',
				'\tO func(a int) (b, c string)\n\tP func() chan<- int `t`',
				'\tQ interface {\n\t\tR()\n\t}',
				'\tS map[\n\t\tstring]T // over two lines',
				'\tU (V)',
			].join('\n'),
		);
		assert.equal(broken, false);
		assert.deepEqual(
			fields.map(({ names, type, tag }) => [names.join(), type, tag]),
			[
				['', '*a.B', 'x:",squash"'],
				['', 'C', undefined],
				['D,E', 'string', 'y:"z"'],
				['F', 'struct', undefined],
				['H', '[N]int', undefined],
				['I', '[]int', undefined],
				['', 'J[int]', undefined],
				['', 'k.L[m.N]', undefined],
				['O', 'func(a int) (b, c string)', undefined],
				['P', 'func() chan<- int', 't'],
				['Q', 'interface', undefined],
				['S', 'map[ string]T', undefined],
				['U', '(V)', undefined],
			],
		);
		assert.equal(fields[3]?.written, 'struct{ G int }');
	});

	it('tells type parameters from the length of an array', () => {
		const declarations = ['A[P any] struct{}', 'B[K comparable, V []K] map[K]V', 'C[N]int', 'D[2 * N]int', 'E[ /* x */ P, Q any] int', 'F[P *G,] int'];
		const { file: outline } = readOutline(`package p\n${declarations.map(one => `type ${one}\n`).join('')}`);
		assert.deepEqual(
			outline.types.map(({ name, generic }) => `${name}${generic}`),
			['Atrue', 'Btrue', 'Cfalse', 'Dfalse', 'Etrue', 'Ftrue'],
		);
	});

	it('attaches doc comments as go/parser does', () => {
		const source = [
			'package p\n\n// of T,\n// two lines\ntype T struct {',
			'\t// of A\n\tA int // trails A\n\tB int\n\n\t// apart\n\n\tC int',
			'\t/* of D */\n\tD int\n\t// one\n\n\t// two\n\tE int /* x */ // y\n\tF int',
			'}\n\ntype U struct { G int }\n',
		].join('\n');
		for (const text of [source, source.replaceAll('\n', '\r\n')]) {
			const [t, u] = readOutline(text).docs;
			const fields = [['// of A'], undefined, undefined, ['/* of D */'], ['// two'], undefined];
			assert.deepEqual(t, { declaration: ['// of T,', '// two lines'], fields, trailing: { 0: ['// trails A'], 4: ['/* x */', '// y'] } });
			assert.deepEqual(u, { fields: [undefined], trailing: {} });
		}
	});

	it('is the same after an edit to a comment or to the body of a function', () => {
		const body = '{ /* z */ g("}" /* in */, \'{\', `)`); return nil }';
		const source = `package p // x\n\n// doc\ntype T struct{ A int } // y\n\nfunc (t *T) f() interface{ G() } ${body}\n\nvar v = func() int { return 1 }()\n`;
		const { file: outline } = readOutline(source);
		assert.deepEqual([outline.types.length, outline.problems.length > 0], [1, false]);
		const edited = source.replace('// doc', '// doc, longer\n// by a line').replace('return nil', 'if x { return []int{1}[0] }');
		assert.deepEqual(readOutline(edited).file, outline);
	});

	it('knows files that are built on some conditions only: the line counts above the package clause', () => {
		assert.equal(readOutline('//go:build linux\n\npackage p\n').file.constrained, true);
		assert.equal(readOutline(' //go:build linux\n\npackage p\n').file.constrained, true);
		assert.equal(readOutline('package p\n\n//go:build linux\n').file.constrained, false);
	});

	it('knows declarations of nothing, and tags in double quotes as they stand', () => {
		for (const group of ['import ()', 'type ( /* none */ )', 'const (\n)', 'var ()'])
			assert.equal(readOutline(`package p\n${group}\n`).file.emptyGroup, true, group);
		assert.equal(readOutline('package p\nvar (\n\ta = 1\n)\n').file.emptyGroup, false);
		const { node: _, ...field } = struct('\tA int "a:\\"b\\""').fields[0] ?? { node: undefined };
		assert.deepEqual(field, { names: ['A'], type: 'int', written: 'int', tag: 'a:"b"', quotedTag: 'a:\\"b\\"' });
	});

	const broken = [
		...['', 'type T struct{}', 'package p\n}\n', 'package p\n#\n', 'package p\nx := 1\n', 'package p\n/* never closed', 'package p\nvar s = "never closed\n'],
		...['\tA int\n', '\tA int B int\n}\n', '\tA\n\tB map\n}\n', '\tA, int\n}\n', '\t(A)\n}\n', '\tA int `x\n}\n'].map(
			fields => `package p\ntype T struct {\n${fields}`,
		),
		...['type T', 'type struct {}', 'func f() {', 'func f( {}', 'func', 'func f', 'var v = ]'].map(line => `package p\n${line}\n`),
	];
	for (const text of broken) it(`is broken: ${JSON.stringify(text)}`, () => assert.equal(brokenOf(text), true));

	it('has what stands before the place where a file is broken', () => {
		const { file: outline } = readOutline('package p\ntype T struct{ A int }\ntype U struct {');
		assert.deepEqual(
			outline.types.map(({ name }) => name),
			['T'],
		);
	});

	it('never throws, and never takes a file that ends within brackets for a whole one', () => {
		const whole = [
			'package p\n\nimport "a"\n\n// T is\ntype T struct {\n\tA, B *a.C `x:"y"` // z\n\tD map[string][]func(int) error\n\ta.E\n}\n',
			'\nfunc (t *T) f(x int) (int, error) { if x == 1 { return g(1, 2) } }\n\nconst c = 1 << (2 + 3)\n',
		].join('');
		const odd = fc.string({ unit: fc.constantFrom(...'{}()[]"`\'/*.,;:=\n abc|1') });
		fc.assert(
			fc.property(fc.nat(whole.length), odd, (at, inserted) => {
				readOutline(whole.slice(0, at) + inserted + whole.slice(at));
			}),
		);
		let open = 0;
		for (let at = 0; at < whole.length; at++) {
			const cut = whole.slice(0, at).replace(/`[^`]*$/, '');
			const isOpen = cut.match(/[{([]/g)?.length !== cut.match(/[})\]]/g)?.length;
			assert.ok(!isOpen || brokenOf(cut), cut);
			open += isOpen ? 1 : 0;
		}
		assert.ok(open > 100, `${open} cuts leave a bracket open`);
	});

	it('reads deep nesting and long files', () => {
		const deep = '('.repeat(100_000);
		assert.equal(brokenOf(`package p\nvar v = ${deep}1${')'.repeat(100_000)}\n`), false);
		assert.equal(brokenOf(`package p\nvar v = ${deep}\n`), true);
		assert.equal(brokenOf(`package p\ntype T ${'[]'.repeat(100_000)}int\n`), false);
		assert.equal(brokenOf(`package p\nvar v = 1 ${'/**/'.repeat(400_000)}\ntype T struct { ${'/* x */'.repeat(100_000)} A int }\n`), false);
		assert.equal(readOutline(`package p\n${'type T struct {\n\tA int\n}\n'.repeat(20_000)}`).file.types.length, 20_000);
	});
});
