import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { Language, Parser } from 'web-tree-sitter';
import type { HclBody, HclValue } from '../../server/src/syntax/hcl/file';
import { parseHcl } from '../../server/src/syntax/hcl/parse';
import { type Node, spanOf } from '../../server/src/text/nodes';
import { assertProportional } from '../support/proportional';
import { strayComments, straySpans } from '../support/spans';

const sample = `# Copyright
integration {
  name = "Amazon" // the name
  description = "It's \\"good\\" $\${x}"
  identifier  = "packer/hashicorp/amazon"
  flags = [
    "hcp-ready", # one
    "archived"
  ]
  /* several
     lines */
  component {
    type = "builder"
    slug = "ebs"
  }
  docs { process_docs = true }
}
variable "x" y {
  n = -1.5
  o = { a = 1, "b" : null
    (c) = foo(1, /* in */ 2) }
  t = "a \${var.b} c"
  h = <<-EOT
    one
      two
  EOT
}
`;

/** A value without places. */
const plain = (value: HclValue): unknown => {
	if (value.kind === 'list') return value.items.map(plain);
	if (value.kind === 'object') return value.entries.map(entry => [entry.key, plain(entry.value)]);
	if (value.kind === 'null') return null;
	if (value.kind === 'other') return `<${value.text}>`;
	return value.kind === 'string' && value.value === undefined ? `~${value.text}` : value.value;
};
const outline = (body: HclBody): unknown => ({
	...Object.fromEntries(body.attributes.map(({ name, value }) => [name, plain(value)])),
	...Object.fromEntries(body.blocks.map(({ type, labels, body }) => [[type, ...labels.map(label => label.text)].join(' '), outline(body)])),
});

describe('HCL', () => {
	let parser: Parser;
	before(async () => {
		const { resolve } = createRequire(import.meta.url);
		await Parser.init();
		const wasm = readFileSync(resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm'));
		parser = new Parser().setLanguage(await Language.load(wasm));
	});
	after(() => parser.delete());

	const parsed = (text: string) => {
		const result = parseHcl(parser, text);
		const said = (node: Node | undefined) => {
			const span = node === undefined ? undefined : spanOf(result.spans, node);
			return span && text.slice(span.start, span.end);
		};
		return { ...result, said };
	};
	const problems = (text: string) => {
		const { file, said } = parsed(text);
		return file.problems.map(({ message, node }) => [message.replace(/:.*/s, ''), said(node)]);
	};

	it('reads attributes, blocks and values', () => {
		const { file, said } = parsed(sample);
		assert.deepEqual(file.problems, []);
		assert.deepEqual(outline(file.body), {
			integration: {
				name: 'Amazon',
				description: 'It\'s "good" ${x}',
				identifier: 'packer/hashicorp/amazon',
				flags: ['hcp-ready', 'archived'],
				component: { type: 'builder', slug: 'ebs' },
				docs: { process_docs: true },
			},
			'variable x y': {
				n: -1.5,
				o: [
					['a', 1],
					['b', null],
					[undefined, '<foo(1, 2)>'],
				],
				t: '~a ${var.b} c',
				h: 'one\n  two\n',
			},
		});
		const [integration, variable] = file.body.blocks;
		const [name, , , flags] = integration?.body.attributes ?? [];
		assert.equal(said(name?.nameNode), 'name');
		assert.equal(said(name?.node), 'name = "Amazon"');
		assert.equal(said(name?.value.node), '"Amazon"');
		assert.equal(name?.value.kind === 'string' && said(name.value.contentNode), 'Amazon');
		assert.equal(flags?.value.kind === 'list' && said(flags.value.items[1]?.node), '"archived"');
		assert.equal(said(variable?.headerNode), 'variable "x" y');
		assert.equal(said(variable?.typeNode), 'variable');
		assert.equal(said(variable?.labels[0]?.node), '"x"');
		assert.equal(said(integration?.body.blocks[0]?.node), 'component {\n    type = "builder"\n    slug = "ebs"\n  }');
		const h = variable?.body.attributes[3]?.value;
		assert.equal(h?.kind === 'string' && said(h.contentNode), '    one\n      two\n');
	});

	it('reads values as HCL does', () => {
		for (const [text, value] of [
			['"\\u00e9\\U0001F600\\n\\t\\\\"', 'é😀\n\t\\'],
			['"%%{a} $${b}"', '%{a} ${b}'],
			['""', ''],
			['12', 12],
			['-3', -3],
			['false', false],
			['[]', []],
			['{}', []],
			['[[1], {a = "b"}]', [[1], [['a', 'b']]]],
			[
				'{ a : 1\n b = 2 }',
				[
					['a', 1],
					['b', 2],
				],
			],
			['var.x', '<var.x>'],
			['1 + 2', '<1 + 2>'],
			['(1)', '<(1)>'],
			['!true', '<!true>'],
			['cond ? "a" : "b"', '<cond ? "a" : "b">'],
			['"a%{ if b }c%{ endif }"', '~a%{ if b }c%{ endif }'],
			['<<X\n a\nb \\n $${c}\nX\n', ' a\nb \\n ${c}\n'],
			['<<X\nX\n', ''],
			['<<-X\n    a\n\n      b\n  X\n', '    a\n\n      b\n'],
			['<<X\n${a}\nX\n', '~${a}\n'],
		] as const) {
			const { file } = parsed(`a = ${text}`);
			assert.deepEqual(file.problems, [], text);
			assert.deepEqual(outline(file.body), { a: value }, text);
		}
	});

	it('keeps duplicates in order', () => {
		const { file } = parsed('b {}\nb {}\na = 1\na = 2\n');
		assert.deepEqual(
			file.body.attributes.map(({ value }) => plain(value)),
			[1, 2],
		);
		assert.equal(file.body.blocks.length, 2);
		assert.deepEqual(
			file.problems.map(problem => problem.message),
			['Attribute redefined: The argument "a" was already set. Each argument may be set only once.'],
		);
	});

	it('says what is wrong where it stands', () => {
		for (const [text, ...expected] of [
			['a = 1 b = 2', ['Missing newline after argument', 'b']],
			['a {} b {}', ['Missing newline after block definition', 'b']],
			['a = "x\ny"\n', ['Invalid multi-line string', 'x']],
			['a = "\\q"', ['Invalid escape sequence', '\\q']],
			['a\n{\n}', ['Invalid block definition', 'a']],
			['a =\n1', ['Invalid expression', 'a']],
			['x {\n  y {\n    a = 1\n  }\n', ['Unclosed configuration block', 'x {']],
			['a = "open\nb = 2\n', ['Unterminated template string', '"open']],
			['a = <<X\nfoo\n', ['Unterminated template string', '<<X']],
			['a = [1 2]', ['Missing item separator', '2]']],
			['a = { b = 1 c = 2 }', ['Missing attribute separator', 'c']],
			['foo', ['Invalid block definition', 'foo']],
			['}\na = 1', ['Argument or block definition required', '}']],
			['x {\n  a = \n  b = 1\n}', ['Invalid expression', 'a'], ['Invalid expression', '=']],
		] as const) {
			assert.deepEqual(problems(text), expected, text);
		}
	});

	it('keeps comments apart, with their places', () => {
		const { comments, file } = parsed(sample);
		assert.deepEqual(
			comments.map(comment => comment.text),
			['# Copyright', '// the name', '# one', '/* several\n     lines */', '/* in */'],
		);
		assert.deepEqual(strayComments(comments, sample), []);
		fc.assert(
			fc.property(
				fc.nat(comments.length - 1),
				fc.string().map(put => put.replace(/[\n\r*/\0]/g, '')),
				(index, put) => {
					const { start, end, text } = comments[index] as (typeof comments)[number];
					const edited = sample.slice(0, start) + (text.startsWith('/*') ? `/*${put}\n*/` : `#${put}`) + sample.slice(end);
					assert.deepEqual(parsed(edited).file, file);
				},
			),
		);
		assert.deepEqual(parsed(sample.replace('# Copyright', '# A\n# B\n')).file, file);
		assert.deepEqual(parsed(sample.replace(/[ \t]*(#|\/\/).*/g, '')).file, file);
	});

	it('reads CRLF and a BOM as the same file', () => {
		assert.deepEqual(parsed(sample.replaceAll('\n', '\r\n')).file, { ...parsed(sample).file, body: parsed(sample.replaceAll('\n', '\r\n')).file.body });
		assert.deepEqual(outline(parsed(`\ufeff${sample.replaceAll('\n', '\r\n')}`).file.body), outline(parsed(sample).file.body));
	});

	it('frees its tree', () => {
		let freed = 0;
		const spy = {
			reset: () => undefined,
			parse: (text: string) => {
				const tree = parser.parse(text);
				return (
					tree && {
						rootNode: tree.rootNode,
						walk: () => tree.walk(),
						delete: () => {
							freed++;
							tree.delete();
						},
					}
				);
			},
		};
		parseHcl(spy as unknown as Parser, sample);
		assert.equal(freed, 1);
	});

	it('never throws, and keeps every place within the text', () => {
		const piece = fc.oneof(
			fc.constantFrom(...sample.split(/(\s+)/), '{', '}', '[', '(', '"', '${', '%{', '<<-X', '\r\n', '\0', '\ud800', '/*', '*/', '\ufeff'),
			fc.string({ unit: 'binary' }),
		);
		const text = fc.oneof(
			fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
			fc.tuple(fc.nat(sample.length), fc.nat(20), piece).map(([at, cut, put]) => sample.slice(0, at) + put + sample.slice(at + cut)),
			fc.nat(sample.length).map(at => sample.slice(0, at)),
		);
		fc.assert(
			fc.property(text, text => {
				const { file, spans, comments, said } = parsed(text);
				assert.deepEqual(straySpans(spans, text), []);
				assert.deepEqual(strayComments(comments, text), []);
				const names = ({ attributes, blocks }: HclBody): Array<readonly [string, string | undefined]> => [
					...attributes.map(({ name, nameNode }) => [name, said(nameNode)] as const),
					...blocks.flatMap(({ type, typeNode, body }) => [[type, said(typeNode)] as const, ...names(body)]),
				];
				assert.deepEqual(
					names(file.body).filter(([name, there]) => name !== there),
					[],
				);
				assert.deepEqual(JSON.parse(JSON.stringify(file)), file);
				assert.deepEqual(
					file.problems.filter(({ message }) => message.includes('\n')),
					[],
				);
			}),
			{ numRuns: 400 },
		);
	});

	it('takes time in proportion to the text, however deep', () => {
		for (const part of [
			'[',
			'a {',
			'a = {',
			'"${',
			'a=1 ',
			'a=1\n',
			'"',
			'(',
			'@',
			'\0',
			'a = <<X\n',
			'a {\n',
			'/*',
			'# x\n',
			'a = {b=',
			'}',
			'a = "b\n',
			'1+',
			'a.',
			'?',
		]) {
			for (const text of [part.repeat(5e4 / part.length), `a = ${part.repeat(5e4 / part.length)}`]) {
				assertProportional(text, t => parseHcl(parser, t), part);
			}
		}
	}).timeout(120_000);
});
