import assert from 'node:assert/strict';
import fc from 'fast-check';
import { print } from '../../server/src/facts/go/print';
import type { Body, Expr, Local } from '../../server/src/syntax/go/body/body';
import { readBody } from '../../server/src/syntax/go/body/read';
import { some } from '../support/some';

const func = (inner: string, signature = 'func f()') => `${signature} {\n${inner}\n}`;
const read = (inner: string, signature?: string): Body => readBody(func(inner, signature), 'func').body;

/** What each use of a name denotes: the kind of a local and the value it is declared with; `-` for what is declared outside. */
function uses(body: Body, name: string): string[] {
	const declared = new Set(body.locals.map(({ at }) => at));
	return body.exprs.flatMap((expr, x) => {
		if (expr.op !== 'ref' || expr.name !== name || declared.has(x)) return [];
		const local = expr.to === undefined ? undefined : (body.locals[expr.to] as Local);
		return [local === undefined ? '-' : local.init === undefined ? local.kind : print(body, local.init)];
	});
}

const ends = (inner: string) => read(inner).blocks[0]?.ends;
const calls = (body: Body) => body.calls.map(x => print(body, x));

describe('the names in the body of a Go function', () => {
	it('are those of the innermost block that declares them, from the declaration on', () => {
		assert.deepEqual(uses(read('use(a)\na := 1\nuse(a)\n{\n\tuse(a)\n\ta := 2\n\tuse(a)\n}\nuse(a)'), 'a'), ['-', '1', '1', '2', '1']);
		assert.deepEqual(uses(read('a := 1\na := a + 1\nuse(a)'), 'a'), ['1', '1', '1'], 'declared again in the same block, it is the same');
		assert.deepEqual(uses(read('a := 1\nif true {\n\ta := a + 1\n\tuse(a)\n}'), 'a'), ['1', 'a + 1']);
	});

	it('are the receiver, parameters, results and type parameters, and hide what is outside', () => {
		const body = read('use(b, c, err, K)', 'func (b *Builder) f[K any](c *Config, rest ...string) (err error)');
		assert.deepEqual(
			body.locals.map(({ name, kind }) => `${kind} ${name}`),
			['type K', 'receiver b', 'parameter c', 'parameter rest', 'result err'],
		);
		assert.deepEqual([...uses(body, 'b'), ...uses(body, 'c'), ...uses(body, 'err')], ['receiver', 'parameter', 'result']);
		assert.deepEqual(body.locals.find(({ name }) => name === 'rest')?.type, { kind: 'slice', element: { kind: 'name', name: 'string' }, variadic: true });
	});

	it('of closures, heads and cases end with them', () => {
		assert.deepEqual(uses(read('g := func(c int) { use(c) }\nuse(c)'), 'c'), ['parameter', '-']);
		assert.deepEqual(uses(read('if err := g(); err != nil {\n\tuse(err)\n} else {\n\tuse(err)\n}\nuse(err)'), 'err'), ['g()', 'g()', 'g()', '-']);
		assert.deepEqual(uses(read('for i, v := range list {\n\tuse(i, v)\n}\nuse(i)'), 'i'), ['list', '-']);
		assert.deepEqual(uses(read('switch t := x.(type) {\ncase int:\n\tuse(t)\n}\nuse(t)'), 't'), ['x.(type)', '-']);
		assert.deepEqual(uses(read('select {\ncase v := <-c:\n\tuse(v)\ndefault:\n\tuse(v)\n}'), 'v'), ['<-c', '-']);
	});

	it('have what they are given: values, which of several, what a loop runs over, and later ones', () => {
		const body = read('a, err := g()\nb, c := 1, 2\nfor k, v := range m {\n\tuse(k, v)\n}\nb = 3\nb++\nuse(&c)');
		const of = (name: string) => {
			const local = body.locals.find(one => one.name === name) as Local;
			return [
				local.init === undefined ? '' : print(body, local.init),
				local.nth,
				local.ranges ?? false,
				local.writes.map(x => print(body, x)),
				local.addressed,
			];
		};
		assert.deepEqual(of('a'), ['g()', 0, false, [], false]);
		assert.deepEqual(of('err'), ['g()', 1, false, [], false]);
		assert.deepEqual(of('b'), ['1', undefined, false, ['3', 'b'], false]);
		assert.deepEqual(of('c'), ['2', undefined, false, [], true]);
		assert.deepEqual(of('k'), ['m', 0, true, [], false]);
		assert.deepEqual(of('v'), ['m', 1, true, [], false]);
	});

	it('declared as types hide those of the package', () => {
		const body = read('type T struct{ A int }\nvar x T\nuse(T{A: 1})');
		const made = body.exprs.find(expr => expr.op === 'composite') as Expr & { op: 'composite' };
		assert.deepEqual(made.type, { kind: 'name', name: 'T', local: 0 });
	});
});

describe('the end of a block', () => {
	it('says whether control goes on behind it', () => {
		const cases: Readonly<Record<string, string>> = {
			'': 'falls',
			return: 'returns',
			'panic("x")': 'exits',
			'os.Exit(1)': 'exits',
			'log.Fatalf("x")': 'exits',
			'panic := g\npanic("x")': 'falls',
			'if a {\n\treturn\n}': 'falls',
			'if a {\n\treturn\n} else {\n\tpanic("x")\n}': 'returns',
			'if a {\n\treturn\n} else if b {\n\treturn\n}': 'falls',
			'for {\n}': 'exits',
			'for {\n\tbreak\n}': 'falls',
			'for {\n\tfor {\n\t\tbreak\n\t}\n}': 'exits',
			'L:\nfor {\n\tfor {\n\t\tbreak L\n\t}\n}': 'falls',
			'for a {\n}': 'falls',
			'for range a {\n}': 'falls',
			'switch a {\ncase 1:\n\treturn\n}': 'falls',
			'switch a {\ncase 1:\n\treturn\ndefault:\n\treturn\n}': 'returns',
			'switch a {\ncase 1:\n\tfallthrough\ndefault:\n\treturn\n}': 'returns',
			'switch a {\ncase 1:\n\tbreak\ndefault:\n\treturn\n}': 'falls',
			'select {}': 'exits',
			'{\n\treturn\n}': 'returns',
			'L:\nreturn': 'returns',
			'goto L': 'jumps',
		};
		for (const [inner, end] of some(Object.entries(cases))) assert.equal(ends(inner), end, inner);
	});

	it('of closures that are deferred or started is told apart', () => {
		const body = read('defer func() {\n\treturn\n}()\ngo func() {}()\nuse(func() {})');
		assert.deepEqual(
			body.blocks.map(({ by, ends, parent }) => `${by} ${ends} ${parent}`),
			['function falls -1', 'defer returns 0', 'go falls 0', 'closure falls 0'],
		);
	});
});

describe('the expressions and statements of a body', () => {
	it('are what is written, in heads as elsewhere', () => {
		assert.deepEqual(calls(read('if x := (T{1}); g(x) {\n}\nfor _, v := range []T{{1}, {2}} {\n\th(v)\n}\nswitch (p{}).Q() {\n}')), [
			'g(x)',
			'h(v)',
			'p{}.Q()',
		]);
		assert.deepEqual(calls(read('if x == (T{A: 1}) {\n\tg()\n}\nif p.x {\n\th()\n}')), ['g()', 'h()']);
		assert.deepEqual(calls(read('new(pkg.T)\nf[int](1)\n(*T)(nil)\n[]byte("x")\nappend(a, b...)\na.b().c(1)(2)')), [
			'new(pkg.T)',
			'f[int](1)',
			'(*T)(nil)',
			'[]byte("x")',
			'append(a, b...)',
			'a.b()',
			'a.b().c(1)',
			'a.b().c(1)(2)',
		]);
	});

	it('have the values of strings, and their stretches', () => {
		const source = func('\tx := "a\\n\\u00e9" + `raw` // done');
		const { body, spans } = readBody(source, 'func');
		const texts = body.exprs.map((expr, x) => [expr.op === 'literal' ? expr.value : expr.op, source.slice(spans.exprs[x * 2], spans.exprs[x * 2 + 1])]);
		assert.deepEqual(texts, [
			['ref', 'x'],
			['a\né', '"a\\n\\u00e9"'],
			['raw', '`raw`'],
			['binary', '"a\\n\\u00e9" + `raw`'],
		]);
		assert.equal(source.slice(...(spans.statements as [number, number])), 'x := "a\\n\\u00e9" + `raw`');
	});

	it('are equal after an edit to a comment, and after line ends have changed', () => {
		const source = func('\tx := g( // one\n\t\t1, /* two\n\t*/ 2)\n\tif x { return } // three');
		const edited = source.replace('// one', '// another').replace('/* two\n\t*/', '/* two */').replace('// three', '');
		assert.deepEqual(readBody(edited, 'func').body, readBody(source, 'func').body);
		assert.deepEqual(readBody(source.replaceAll('\n', '\r\n'), 'func').body, readBody(source, 'func').body);
	});

	it('of package variables and constants are their values, and declare no locals', () => {
		const { body } = readBody('a, b T = g(), func(x int) int { return x }', 'var');
		assert.deepEqual([body.blocks.length, body.locals.map(({ name }) => name), calls(body)], [1, ['x'], ['g()']]);
		assert.deepEqual(
			body.statements.filter(({ block }) => block === -1).map(s => s.kind === 'assign' && [s.operator, s.targets.length, s.values.length]),
			[['var', 2, 2]],
		);
		assert.deepEqual(readBody('A', 'const').body.problems, []);
	});
});

describe('a body that is half typed', () => {
	it('is read above and below the statement that is broken', () => {
		for (const middle of some([
			'x.',
			'g(',
			'if x',
			'return a,',
			'var x',
			'for i := range',
			'switch {',
			'a := T{\n\tb: 1\n\tc: 2,\n}',
			')',
			'x = = 1',
			'case 1:',
			"'",
			'go',
			'var = 1',
			'@',
		]))
			assert.deepEqual([...new Set([calls(read(`first()\n${middle}\nlast()`))[0]])], ['first()'], middle);
		for (const middle of some(['x.(', 'return a,', 'var x', 'x = = 1', ')', 'go', '@', 'var = 1', 'for i := range']))
			assert.ok(calls(read(`first()\n${middle}\n\nlast()\nlast()`)).includes('last()'), middle);
		for (const middle of some(['x = = 1', ')', '@', 'var = 1', 'if {', 'g(1 2)', 'break 1']))
			assert.ok(read(`first()\n${middle}\nlast()`).problems.length > 0, middle);
	});

	it('never throws, wherever it is cut off or whatever is put in', () => {
		const whole = func(
			'\tswitch x := y.(type) {\n\tcase *T, []int:\n\t\tfor i, v := range x[1:2] {\n\t\t\tdefer func(a int) { go b(<-c) }(T{A: {1: `r`}}.f())\n\t\t}\n\tdefault:\n\t\tL: if a, ok := m["k"]; ok { goto L }\n\t}',
		);
		for (let end = 0; end <= whole.length; end++) assert.ok(readBody(whole.slice(0, end), 'func').body, whole.slice(0, end));
		fc.assert(
			fc.property(
				fc.nat(whole.length),
				fc.nat(20),
				fc.constantFrom('{', '}', '(', ')', '[', '"', '`', ';', ':=', 'case', 'func', '\n', '\u0000', '🙂'),
				(at, length, added) => {
					const { body, spans } = readBody(whole.slice(0, at) + added + whole.slice(at + length), 'func');
					assert.deepEqual([spans.exprs.length, spans.statements.length], [body.exprs.length * 2, body.statements.length * 2]);
					assert.ok(body.calls.every(x => body.exprs[x]?.op === 'call'));
				},
			),
			{ numRuns: 500 },
		);
	});

	it('is read in time in proportion to the text, however deep or long', () => {
		const deep = ['(', '{', '[]', 'func(){', 'if x {', '-', '!', '&', 'T{', 'x[', 'map[a]', '*', 'chan ', 'a.b(', 'switch {case ', 'for {', '<-'];
		for (const piece of some(deep)) {
			const { body } = readBody(func(`x := ${piece.repeat(60_000)}`), 'func');
			assert.ok(body.problems.length > 0, piece);
		}
		const long = {
			terms: `x := a${' + a'.repeat(100_000)}`,
			chain: `if a {}${' else if a {}'.repeat(20_000)}`,
			lines: 'g(a)\n'.repeat(100_000),
			selects: `x${'.y()'.repeat(50_000)}`,
		};
		for (const [what, inner] of some(Object.entries(long))) assert.deepEqual(read(inner).problems, [], what);
	}).timeout(60_000);
});
