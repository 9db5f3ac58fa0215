import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/syntax/markdown/parse';
import { type Node, spanOf } from '../../server/src/text/nodes';
import { assertProportional } from '../support/proportional';
import { strayComments, straySpans } from '../support/spans';

const sample = `---
description: A builder
page_title: Thing
---

<!-- a comment -->

# The *Thing* \`x\` builder

Type: \`thing\` and [a link](/packer/plugins/x "t"), <https://a.example>, https://b.example/c.

-> **Note:** see [that][ref] <!-- inline --> or ![pic](./a.png).

@include 'builder/thing/Config-required.mdx'

- item

  \`\`\`hcl title="x"
  source "thing" "x" {
  }
  \`\`\`

\`\`\`shell
packer init .
\`\`\`

| a | b |
|---|---|
| \`c\` | d |

@include "wrong.mdx"

<div><!-- in -->text</div>

## Second

[ref]: <https://ref.example/x> "title"
`;

const parsed = (text: string) => {
	const result = parseMarkdown(text);
	const said = (node: Node | undefined) => {
		const span = node === undefined ? undefined : spanOf(result.spans, node);
		return span && text.slice(span.start, span.end);
	};
	return { ...result, said };
};

describe('Markdown', () => {
	for (const [name, text] of [
		['LF', sample],
		['CRLF', sample.replaceAll('\n', '\r\n')],
		['BOM', `\ufeff${sample}`],
	] as const) {
		it(`reads a page (${name})`, () => {
			const { file, said, comments } = parsed(text);
			const lf = (value: string | undefined) => value?.replaceAll('\r', '');
			assert.equal(lf(file.frontMatter?.raw), 'description: A builder\npage_title: Thing\n');
			assert.equal(said(file.frontMatter?.contentNode), file.frontMatter?.raw);
			assert.ok(said(file.frontMatter?.node)?.startsWith('---') && said(file.frontMatter?.node)?.endsWith('---'));
			assert.deepEqual(
				file.headings.map(heading => [heading.depth, heading.text, said(heading.node)]),
				[
					[1, 'The Thing x builder', '# The *Thing* `x` builder'],
					[2, 'Second', '## Second'],
				],
			);
			assert.deepEqual(
				file.codeBlocks.map(code => [code.lang, code.meta, lf(code.value), code.verbatim]),
				[
					['hcl', 'title="x"', 'source "thing" "x" {\n}', false],
					['shell', undefined, 'packer init .', true],
				],
			);
			assert.equal(lf(said(file.codeBlocks[0]?.contentNode)), '  source "thing" "x" {\n  }');
			assert.deepEqual(
				file.links.map(link => [link.kind, link.url, link.text, said(link.urlNode)]),
				[
					['link', '/packer/plugins/x', 'a link', '/packer/plugins/x'],
					['link', 'https://a.example', 'https://a.example', 'https://a.example'],
					['link', 'https://b.example/c', 'https://b.example/c', 'https://b.example/c'],
					['reference', 'https://ref.example/x', 'that', 'https://ref.example/x'],
					['image', './a.png', 'pic', './a.png'],
					['definition', 'https://ref.example/x', 'ref', 'https://ref.example/x'],
				],
			);
			assert.deepEqual(
				file.inlineCodes.map(code => [code.value, said(code.node)]),
				[
					['x', '`x`'],
					['thing', '`thing`'],
					['c', '`c`'],
				],
			);
			assert.deepEqual(
				file.includes.map(include => [include.path, include.closed, said(include.node), said(include.pathNode)]),
				[['builder/thing/Config-required.mdx', true, "@include 'builder/thing/Config-required.mdx'", 'builder/thing/Config-required.mdx']],
			);
			assert.deepEqual(
				file.missedIncludes.map(include => [include.text, said(include.node)]),
				[['@include "wrong.mdx"', '@include "wrong.mdx"']],
			);
			assert.deepEqual(
				file.html.map(html => html.value),
				['<div>text</div>'],
			);
			assert.deepEqual(
				comments.map(comment => comment.text),
				['<!-- a comment -->', '<!-- inline -->', '<!-- in -->'],
			);
			assert.ok(file.plainText.includes('-> Note: see that or pic.') || file.plainText.includes('-> Note: see that or .'), file.plainText);
			assert.ok(!/source|comment|<div>/.test(file.plainText));
			assert.ok(file.plainText.includes('\na b\nc d\n'), file.plainText);
		});
	}

	it('finds includes as packer-sdc does', () => {
		for (const [text, ...expected] of [
			["@include 'a'", ['a', true]],
			["x @include 'a' @include 'b/c.mdx'", ['a', true], ['b/c.mdx', true]],
			["`@include 'a'`\n<!-- @include 'b' -->", ['a', true], ['b', true]],
			["@include 'a\nb", ['a\nb', false]],
			["@include '"],
			["@include ''", ['', true]],
			['@include "a"'],
			["@include  'a'"],
			["@Include 'a'"],
		] as const) {
			assert.deepEqual(
				parsed(text).file.includes.map(include => [include.path, include.closed]),
				expected,
				text,
			);
		}
	});

	it('has no front matter where there is none', () => {
		for (const text of ['', 'x\n---\na: b\n---\n', '---\nnot closed\n', '\n---\na: b\n---\n']) assert.equal(parsed(text).file.frontMatter, undefined);
		assert.equal(parsed('---\n---\n').file.frontMatter?.raw, '');
	});

	it('reads code blocks of all kinds', () => {
		for (const [text, value, lang, content] of [
			['```\n```', '', undefined, ''],
			['```hcl\na', 'a', 'hcl', 'a'],
			['~~~hcl\na\n```\n~~~', 'a\n```', 'hcl', 'a\n```'],
			['```hcl', '', 'hcl', ''],
			['    a\n    b', 'a\nb', undefined, '    a\n    b'],
			['> ```\n> a\n> ```', 'a', undefined, '> a'],
		] as const) {
			const { file, said } = parsed(text);
			assert.deepEqual(
				file.codeBlocks.map(code => [code.value, code.lang, said(code.contentNode)]),
				[[value, lang, content]],
				text,
			);
		}
	});

	it('keeps comments apart, with their places', () => {
		const { comments, file } = parsed(sample);
		assert.deepEqual(strayComments(comments, sample), []);
		fc.assert(
			fc.property(
				fc.nat(comments.length - 1),
				fc.string().map(put => put.replace(/[-\n\r@>]/g, '')),
				(index, put) => {
					const { start, end } = comments[index] as (typeof comments)[number];
					assert.deepEqual(parsed(`${sample.slice(0, start)}<!-- ${put}-->${sample.slice(end)}`).file, file);
				},
			),
		);
		assert.deepEqual(parsed(sample.replace('a comment', 'a\n\n# no heading\n')).file, file);
	});

	it('never throws, and keeps every place within the text', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				...sample.split(/(\s+)/),
				'> ',
				'- ',
				'1. ',
				'```\n',
				'[',
				'](',
				')',
				'<!--',
				'-->',
				'|',
				'\r\n',
				'\0',
				'\ud800',
				'\t',
				'\ufeff',
				"@include '",
			),
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
				assert.deepEqual(
					file.includes.filter(({ path, pathNode }) => said(pathNode) !== path),
					[],
				);
				assert.deepEqual(
					file.codeBlocks.filter(({ verbatim, value, contentNode }) => verbatim && said(contentNode) !== value),
					[],
				);
				assert.deepEqual(file.problems, []);
				assert.deepEqual(JSON.parse(JSON.stringify(file)), file);
			}),
			{ numRuns: 400 },
		);
	}).timeout(60_000);

	it('does not hang', () => {
		assert.deepEqual(
			parsed('a'.repeat(1_000_001)).file.problems.map(problem => problem.message),
			['too large'],
		);
		for (const part of [
			'[',
			'> ',
			'- ',
			'*a ',
			'_a* ',
			'`',
			'![',
			'](a)',
			'<!--',
			'|a|\n|-|\n',
			'1. ',
			'~~a',
			'[a][b] ',
			'\n',
			'# a\n',
			'<a ',
			"@include '",
			'@include x\n',
			'  - a\n',
		]) {
			assertProportional(part.repeat(1e4), t => parseMarkdown(t), part);
		}
	}).timeout(120_000);
});
