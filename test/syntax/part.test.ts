import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/syntax/markdown/parse';
import { partsAround } from '../../server/src/syntax/markdown/part';
import { spanOf } from '../../server/src/text/nodes';

/** The links of a text as `offset url`. */
function links(source: string, from = 0): string[] {
	const { file, spans } = parseMarkdown(source);
	return file.links.flatMap(({ kind, url, urlNode }) =>
		kind === 'link' || kind === 'definition' ? [`${(spanOf(spans, urlNode)?.start ?? 0) + from} ${url}`] : [],
	);
}

const lines = [
	'Text with [a](/docs/a) in it.',
	'',
	'',
	'- item [b](b.mdx)',
	'  more of [c](c.mdx)',
	'    - inner [d](d.mdx)',
	'1. one [e](e.mdx)',
	'```',
	'~~~',
	'  ```',
	'    [f](f.mdx)',
	'> [g](g.mdx)',
	'| a | [h](h.mdx) |',
	'|---|---|',
	'[i]: /docs/i',
	'[^1]: Note [j](j.mdx)',
	'# Heading [k](k.mdx)',
	'---',
	'<div>',
	'</div>',
	'<!-- [l](l.mdx)',
	'-->',
	'`[m](m.mdx)`',
	'**[n](n.mdx)',
	'\t[o](o.mdx)',
];

describe('parts of a page', () => {
	it('have the links that the page has there', () => {
		let parted = 0;
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 14 }), taken => {
				const source = taken.join('\n');
				const parts = partsAround(
					source,
					Array.from({ length: source.length }, (_, i) => i),
				);
				if (parts === undefined) return;
				parted++;
				assert.deepEqual(
					parts.flatMap(({ start, end }) => links(source.slice(start, end), start)),
					links(source),
				);
			}),
			{ numRuns: 4000, seed: 1 },
		);
		assert.ok(parted > 1000, String(parted));
	}).timeout(60_000);

	it('are those that hold an offset', () => {
		const source = 'One.\n\nTwo.\n\n```\na\n\nb\n```\n\nThree.\n';
		assert.deepEqual(
			partsAround(source, [source.indexOf('b\n'), source.indexOf('Two')])?.map(({ start, end }) => source.slice(start, end)),
			['Two.\n\n', '```\na\n\nb\n```\n\n'],
		);
	});
});
