import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fencesOf } from '../../server/src/syntax/markdown/fences';
import { parseMarkdown } from '../../server/src/syntax/markdown/parse';
import { type NodeSpans, spanOf } from '../../server/src/text/nodes';

/** Lines of which fences, and what looks like them, are made. */
const lines = [
	...[
		'```',
		'````',
		'~~~',
		'```hcl',
		'~~~ go `x`',
		'```a `b`',
		'``` hcl title=x',
		' ```',
		'    packer plugins install x',
		'\trequired_plugins',
		'   text',
		'',
		' ',
		'text',
	],
	...[
		'- item',
		'> quote',
		'1. ```',
		'<!-- a',
		'-->',
		'<!-- b -->',
		'<div>',
		'</div>',
		'<pre>',
		'</pre>',
		'<?x',
		'?>',
		'<https://a.b>',
		'---',
		'# Title',
		'| a |',
		'|---|',
	],
];

describe('syntax: fences of Markdown', () => {
	const seen = (text: string, blocks: ReturnType<typeof parseMarkdown>['file']['codeBlocks'], spans: NodeSpans) =>
		blocks
			.filter(b => b.fenced)
			.map(({ node, contentNode, ...rest }) => ({ ...rest, node: spanOf(spans, node), contentNode: spanOf(spans, contentNode) }))
			.filter(({ node }) => node !== undefined && (node.start === 0 || text[node.start - 1] === '\n'));

	it('are those that a parser finds, with the same nodes, or are left to it', () => {
		let told = 0;
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 12 }), content => {
				const text = content.join('\n');
				const fences = fencesOf(text);
				if (fences === undefined) return;
				told++;
				const whole = parseMarkdown(text);
				assert.deepEqual(seen(text, fences.file, fences.spans), seen(text, whole.file.codeBlocks, whole.spans));
				assert.deepEqual(seen(text, fences.file, whole.spans), seen(text, fences.file, fences.spans));
			}),
			{ numRuns: 3000 },
		);
		assert.ok(told > 300, `only ${told}`);
	});

	it('are told where they stand at the margin', () => {
		assert.equal(fencesOf('# A\n\n```hcl\na = 1\n```\n\n<details>\n\n```\nb\n```\n\n- a\n\n  ```\n  c\n  ```\n')?.file.length, 2);
	});

	it('are left to the parser in quotes and where the code in a list matters', () => {
		for (const text of ['- a\n\n  ```\n  packer plugins install x\n  ```\n', '> ```\n> a\n> ```\n', '```\nnot closed']) assert.equal(fencesOf(text), undefined);
	});
});
