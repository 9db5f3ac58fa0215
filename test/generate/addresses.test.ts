import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressesIn } from '../../server/src/generate/webdocs/addresses';
import { parseMarkdown } from '../../server/src/syntax/markdown/parse';
import { spanOf } from '../../server/src/text/nodes';
import { some } from '../support/some';

/** The addresses of a page's links and definitions that are not those of other sites, as the parser finds them. */
function parsed(source: string): readonly string[] {
	const { file, spans } = parseMarkdown(source);
	return file.links.flatMap(({ kind, url, urlNode }) => {
		const { start, end } = spanOf(spans, urlNode) ?? { start: 0, end: 0 };
		const isForeign = /^[a-z][a-z\d+.-]+:/i.test(url) && !/^https?:\/\/developer\.hashicorp\.com\//.test(url);
		return (kind === 'link' || kind === 'definition') && !isForeign && !url.startsWith('mailto:') && url !== '' ? [`${start} ${source.slice(start, end)}`] : [];
	});
}

const shapes: Readonly<Record<string, string>> = {
	plain: 'See [the builder](/docs/builders/acme).',
	'with a title': 'See [the builder](/docs/builders/acme "The builder").',
	'in angle brackets': 'See [the builder](</docs/builders/acme box>).',
	'on the next line': 'See [the builder](\n/docs/builders/acme).',
	'with parentheses': 'See [the builder](/docs/builders/acme(box)).',
	'with an escape': 'See [the builder](/docs/builders/ac\\_me).',
	'with an entity': 'See [the builder](/docs/builders/ac&amp;me).',
	'a definition': '[builder]: /docs/builders/acme\n',
	'a definition on two lines': '[builder]:\n   /docs/builders/acme\n',
	'a definition with a title': '[builder]: /docs/builders/acme "The builder"\n',
	'an image in a link': '[![logo](https://example.com/a.png)](/docs/builders/acme)',
	'of the portal': 'See https://developer.hashicorp.com/packer/plugins/builders/acme for more.',
	'of the portal in angle brackets': 'See <https://developer.hashicorp.com/packer/plugins/builders/acme>.',
	'in a table': '| a | b |\n|---|---|\n| [x](/docs/a) | [y](./b.mdx) |\n',
	'in a list in a quote': '> - [x](/docs/a)\n> - [y](../b.mdx#c)\n',
};

describe('addresses on a page, without parsing it', () => {
	for (const [what, source] of Object.entries(shapes))
		it(`are those that the parser finds, or none are told: a link ${what}`, () => {
			const found = addressesIn(source);
			const told = new Set(found?.map(({ start, end }) => `${start} ${source.slice(start, end)}`));
			for (const address of some(parsed(source))) assert.ok(found === undefined || told.has(address), address);
		});

	it('are among them on pages put together at random', () => {
		const pieces = [...Object.values(shapes), '```\n[a](/docs/b)\n```', '`[a](/docs/b)`', '](', ']:', '[', '<', '\n\n', '    ', '- ', '> ', '\\', 'text '];
		let links = 0;
		const page = fc.tuple(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), fc.constantFrom('', '\n', '\n\n'));
		fc.assert(
			fc.property(page, ([parts, between]) => {
				const source = parts.join(between);
				const told = addressesIn(source)?.map(({ start }) => String(start));
				const found = parsed(source).map(address => address.split(' ', 1)[0] as string);
				links += found.length;
				assert.deepEqual(told === undefined ? [] : found.filter(start => !told.includes(start)), []);
			}),
			{ numRuns: 3000, seed: 1 },
		);
		assert.ok(links > 1000);
	});

	it('are told of most pages', () => {
		const source = 'See [a](/docs/b), [c](https://example.com/docs/b) and ![d](./e.png).';
		assert.deepEqual(
			addressesIn(source)?.map(({ start, end }) => source.slice(start, end)),
			['/docs/b', './e.png'],
		);
	});
});
