import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GoFile } from '../../server/src/syntax/go/file';
import { parseGo } from '../../server/src/syntax/go/parse';
import { type Node, type Parsed, spanOf } from '../../server/src/text/nodes';
import { grammars } from '../support/grammars';

describe('syntax/go', () => {
	let parse: (text: string) => Parsed<GoFile>;
	before(async () => {
		const { go } = await grammars();
		parse = text => parseGo(go, text);
	});

	it('reads imports, named and not', () => {
		const { file } = parse('package p\nimport "a/b"\nimport (\n\tx "c"\n\t. "d"\n\t_ `e`\n)\n');
		assert.deepEqual(
			file.imports.map(i => [i.name, i.path]),
			[
				[undefined, 'a/b'],
				['x', 'c'],
				['.', 'd'],
				['_', 'e'],
			],
		);
	});

	it('reads structs: names, embedded types, pointers, tags; nothing of structs within', () => {
		const { file } = parse('package p\ntype T struct {\n\t*a.B `x:",squash"`\n\tC\n\tD, E string `y:"z"`\n\tF struct{ G int }\n}\n');
		assert.deepEqual(
			file.types[0]?.fields?.map(f => [f.names.map(n => n.text), f.type.text, f.tag?.value]),
			[
				[[], '*a.B', 'x:",squash"'],
				[[], 'C', undefined],
				[['D', 'E'], 'string', 'y:"z"'],
				[['F'], 'struct', undefined],
			],
		);
	});

	it('tells grouped types, aliases, generics and local types apart', () => {
		const { file } = parse('package p\ntype (\n\tA = b.C\n\tD[K any] struct{}\n)\ntype E int\nfunc f() { type L struct{ X int } }\n');
		assert.deepEqual(
			file.types.map(t => [t.name, t.alias, t.grouped, t.index, t.typeParameters ?? '']),
			[
				['A', true, true, 0, ''],
				['D', false, true, 1, '[K any]'],
				['E', false, false, 0, ''],
			],
		);
	});

	it('reads functions, methods and signatures', () => {
		const { file } = parse(
			'package p\nfunc (b *B[T]) Run(ctx context.Context, a, c int, raws ...interface{}) (x Artifact, err error) { return nil, nil }\nfunc f(int, func(a, b int) error) map[string]int\n',
		);
		const [run, f] = file.functions;
		assert.deepEqual(run?.receiver, { name: 'b', type: 'B', pointer: true });
		assert.deepEqual(run?.parameters, [
			{ name: 'ctx', type: 'context.Context' },
			{ name: 'a', type: 'int' },
			{ name: 'c', type: 'int' },
			{ name: 'raws', type: '...interface{}' },
		]);
		assert.deepEqual(run?.results, [
			{ name: 'x', type: 'Artifact' },
			{ name: 'err', type: 'error' },
		]);
		assert.equal(f?.receiver, undefined);
		assert.deepEqual([f?.parameters, f?.results], [[{ type: 'int' }, { type: 'func(a, b int) error' }], [{ type: 'map[string]int' }]]);
	});

	it('reads calls with what is called, their arguments, and where they stand', () => {
		const { file } = parse('package p\nvar x = a()\nfunc f() {\n\tpps.RegisterBuilder("x", new(pkg.T))\n\tg(1)(2, // two\n\t\tfunc() { h() })\n}\n');
		assert.deepEqual(
			file.calls.map(c => [c.callee.text, c.arguments.map(a => a.text), c.within]),
			[
				['a', [], -1],
				['pps.RegisterBuilder', ['"x"', 'new(pkg.T)'], 0],
				['new', ['pkg.T'], 0],
				['g(1)', ['2', 'func'], 0],
				['g', ['1'], 0],
				['h', [], 0],
			],
		);
	});

	it('reads composite literals, those with an implied type too', () => {
		const { file } = parse('package p\nvar x = []T{{A: 1}, {B: c.D{"s", 2}}}\n');
		assert.deepEqual(
			file.literals.map(l => [l.type.text, l.entries.map(e => `${e.key.text}=${e.value.text}`), l.elements.map(e => e.text)]),
			[
				['[]T', [], ['{', '{']],
				['', ['A=1'], []],
				['', ['B=c.D{"s", 2}'], []],
				['c.D', [], ['"s"', '2']],
			],
		);
	});

	it('reads constants, variables, definitions, assignments and returns', () => {
		const { file } = parse('package p\nconst (\n\ta = 1\n\tb, c = "x", 2\n)\nvar d string\nfunc f() (int, error) { e, g := h(); e = 2; return e, nil }\n');
		assert.deepEqual(
			file.bindings.map(b => [b.kind, b.names.map(n => n.text).join(), b.type, b.values.map(v => v.text).join(), b.within]),
			[
				['const', 'a', undefined, '1', -1],
				['const', 'b,c', undefined, '"x",2', -1],
				['var', 'd', 'string', '', -1],
				['define', 'e,g', undefined, 'h()', 0],
				['assign', 'e', undefined, '2', 0],
			],
		);
		assert.deepEqual(
			file.returns.map(r => r.values.map(v => v.text)),
			[['e', 'nil']],
		);
	});

	it('reads the names and the subject of a loop', () => {
		const { file } = parse('package p\nfunc f() { for k, v := range map[string]int{"a": 1} { g(k, v) }; for range h() {}; for i = range j {} }\n');
		assert.deepEqual(
			file.bindings.map(b => [b.kind, b.names.map(n => n.text).join(), b.values.map(v => v.text).join(), b.within]),
			[
				['range', 'k,v', 'map[string]int{"a": 1}', 0],
				['range', 'i', 'j', 0],
			],
		);
	});

	it('gives the same file after an edit to a comment, and other spans', () => {
		const source = 'package p // x\n\n// doc\ntype T struct{ A int } // y\n\nfunc f() { /* z */ g("s" /* in */, 1) }\n';
		const longer = source.replace('// doc', '// doc, longer\n// by a line').replace('/* in */', '/* within a call */');
		assert.deepEqual(parse(longer).file, parse(source).file);
		assert.notDeepEqual(parse(longer).spans, parse(source).spans);
	});

	it('keeps directives, which are no comments, and knows generated files', () => {
		const { file } = parse('// Code generated by "x"; DO NOT EDIT.\n\n//go:generate packer-sdc struct-markdown\npackage p\n// go:generate not one\n');
		assert.deepEqual(
			file.directives.map(d => d.text),
			['//go:generate packer-sdc struct-markdown'],
		);
		assert.equal(file.generated, true);
	});

	it('reads new(expression), as Go 1.26 has it, and new(type)', () => {
		const { file } = parse('package p\nvar a, b, c, d = new("x"), new(f(1)), new([]string), new(pkg.T)\nvar e, f = new(8), new(true)\n');
		assert.deepEqual(file.problems, []);
		assert.deepEqual(
			file.calls.filter(c => c.callee.text === 'new').map(c => c.arguments[0]?.text),
			['"x"', 'f(1)', '[]string', 'pkg.T', '8', 'true'],
		);
	});

	it('says where a half-typed file is broken, and reads the rest', () => {
		const { file } = parse('package p\nfunc f() { a( }\nfunc g() { b() }\n');
		assert.ok(file.problems.length > 0);
		assert.ok(file.calls.some(c => c.callee.text === 'b'));
	});

	it('never throws, and its nodes stay within the text', () => {
		const pieces = fc.constantFrom(
			'package p\n',
			'type T struct {',
			'}',
			'(',
			')',
			'`',
			'"',
			'func ',
			'f(',
			'\r\n',
			'/*',
			'*/',
			'//',
			'\u0000',
			'\ud800',
			'{',
			'x := ',
			'A int `a:"b"`\n',
			', ',
			'é',
			'\ufeff',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
				const text = parts.join('');
				const { spans } = parse(text);
				for (let n = 0; n < spans.length / 2; n++) {
					const span = spanOf(spans, n as Node);
					assert.ok(span && span.start <= span.end && span.end <= text.length);
				}
			}),
		);
	});

	it('says of a text that opens brackets without end that it is broken, and looks no further', () => {
		for (const open of ['(', '{', '[']) {
			const { file } = parse(`package p\nvar x = ${open.repeat(200_000)}`);
			assert.deepEqual([file.problems.length, file.bindings.length], [1, 0]);
		}
	});

	it('survives deep nesting', () => {
		for (const open of ['(', '{', '[', 'f(', '[]T{', 'struct{A ']) assert.ok(parse(`package p\nvar x = ${open.repeat(20_000)}`));
	}).timeout(20_000);
});
