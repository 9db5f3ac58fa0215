import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bodyHtml, shellHtml } from '../../client/src/features/integration/html';
import type { IntegrationReport } from '../../server/src/integration/report';
import { compiled, type Element, elementsOf, metadata, report, textOf } from './support';

/** What Markdown and the preview itself make: nothing that runs, loads or sends. */
const elements = new Set(
	'html head meta title style body main header section article h1 h2 h3 h4 h5 h6 p ul ol li code pre a span div button details summary fieldset legend label input br hr em strong del blockquote table thead tbody tr th td sup script'.split(
		' ',
	),
);
const attributes = new Set(
	'lang charset http-equiv content nonce src class id href title type role name value checked disabled align start data-page data-shown data-copy data-variant data-footnotes data-footnote-ref data-footnote-backref aria-label aria-labelledby aria-describedby aria-selected aria-controls aria-orientation tabindex open'.split(
		' ',
	),
);

const shell = { script: 'https://webview/dist/integration.js', nonce: 'abc', title: 'Cloud' };

/** An address that a link may have: of the web, of a part of the page, or of one of the two commands that the preview itself offers. */
const safe = /^(?:#|https?:\/\/|mailto:|command:packerReadiness\.(?:openFinding|generate)\?)/i;

/** What of some elements runs, loads, or comes from neither Markdown nor the preview. */
const liveIn = (all: readonly Element[]): string[] =>
	all.flatMap(({ tagName, attrs }) => [
		...(elements.has(tagName) ? [] : [tagName]),
		...attrs
			.filter(({ name, value }) => !attributes.has(name) || (name === 'href' && !safe.test(value)))
			.map(({ name, value }) => `${tagName} ${name}=${value}`),
		...attrs.filter(({ name }) => (name === 'src' || name === 'nonce') && tagName !== 'script' && tagName !== 'style').map(({ name }) => `${tagName} ${name}`),
		...(attrs.some(({ value }) => value.startsWith('command:')) && attrs.some(({ name }) => name === 'data-page') ? [`${tagName} is both`] : []),
	]);

/** Fails where anything of a page is live in the document that shows it. */
function nothingLive(view: IntegrationReport): void {
	const all = elementsOf(shellHtml(shell, view, 'file:///w/p'));
	assert.ok(all.length > 10);
	assert.deepEqual(liveIn(all), []);
	assert.ok(!/="command:/.test(view.shown?.html ?? ''));
	const scripts = all.filter(({ tagName }) => tagName === 'script');
	assert.deepEqual(
		scripts.map(({ attrs, childNodes }) => [Object.fromEntries(attrs.map(({ name, value }) => [name, value])), childNodes.length]),
		[[{ nonce: 'abc', src: shell.script }, 0]],
	);
	const once = (tag: string) => all.filter(({ tagName }) => tagName === tag).length;
	assert.deepEqual(['style', 'title', 'main', 'meta'].map(once), [1, 1, 1, 2]);
}

const pages: Readonly<Record<string, string>> = {
	script: '<script>alert(1)</script>\n\nx <script src="https://evil.example/x.js"></script>\n',
	'image with a handler':
		'<img src=x onerror=alert(1)>\n\nx <IMG SRC=x ONERROR=alert(1)> ![a](https://evil.example/p.png "t\\" onerror=\\"x") ![<b>](<x" onerror="alert(1)>)\n',
	'javascript links':
		'[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) <javascript:alert(1)> [c](data:text/html,x) [d]( java\tscript:alert(1)) [e](command:workbench.action.quit) [f](vbscript:x) [g](command:packerReadiness.generate?%5B%5D)\n\n[e]: javascript:x\n',
	'a link that ends its attribute': '[a](<https://x" onclick="alert(1)>) [b](https://x/?"\'<> "t\\" onclick=\\"x") [x](#"onfocus=alert(1))\n',
	JSX: 'import X from "x"\n\nexport const a = 1\n\n<Tabs>\n<Tab heading="a" onClick={() => alert(1)}>\n\n**b**\n\n</Tab>\n</Tabs>\n\n{`${alert(1)}`}\n',
	'an unclosed fence': 'x\n\n```html\n<script>alert(1)</script>\n<iframe src="https://evil.example">\n',
	'an unclosed comment': 'a\n\n<!-- <script>\n\nx -->\n\n<!-- never closed <img src=x>\n',
	'comments about tags':
		'x <!-- a --> <br> <!-->\n<svg/onload=alert(1)>\n\n<style>body{display:none}</style>\n\n<meta http-equiv="refresh" content="0;url=https://evil.example">\n',
	'an end of the page': '</article></main></body></html><script>alert(1)</script>\n\n`</code></script>`\n',
	'a base and a form': '<base href="https://evil.example"><form action="https://evil.example"><input autofocus onfocus=alert(1)></form>\n',
	'headings and footnotes': '# <a onclick=x>"\'</a> ui-panel\n\n## ui-panel\n\n## ui-panel\n\na[^1]\n\n[^1]: <b onclick=x>\n',
	tables: '| <td onclick=x> | b |\n| --- | :-: |\n| <script>x</script> | ![x](y) |\n\n- [x] done <i>\n- [ ] open\n',
	'links with blanks and Unicode':
		'[a](<my page.mdx>) [b](/packer/über#ß) [c](%E4%) [d](%zz) [e](https://例え.jp/あ) [‮f](./g.md) <https://x.example/"onclick=y>\n',
	callouts: '-> **Note:** <b>\n\n!> <script>alert(1)</script>\n\n=> ok\n\n~> ~~x~~\n',
};

describe('a hostile page in the preview of the integration page', () => {
	for (const [what, text] of Object.entries(pages))
		it(`has nothing live: ${what}`, async () => {
			for (const variant of ['committed', 'generated'] as const) {
				const more = { ...compiled, 'docs/README.md': `${text}\nMore <u>x</u>.\n`, '.web-docs/README.md': text };
				const view = await report(more, { variant });
				assert.ok(view.shown?.html, variant);
				nothingLive(view);
			}
		});

	it('shows HTML and JSX as text, and leaves comments out', async () => {
		const shown = async (text: string) => textOf((await report({ '.web-docs/README.md': text })).shown?.html ?? '').trim();
		assert.equal(await shown('a <script>alert(1)</script> b'), 'a <script>alert(1)</script> b');
		assert.equal(await shown('<Tabs>\n<Tab a={1}>\n</Tabs>\n'), '<Tabs>\n<Tab a={1}>\n</Tabs>');
		assert.equal(await shown('a <!-- b --> c\n\n<!-- Code generated; DO NOT EDIT MANUALLY -->\n'), 'a  c');
		assert.match((await report({ '.web-docs/README.md': 'a<br>b<br/>c<BR />d' })).shown?.html ?? '', /a<br \/>b<br \/>c<br \/>d/);
	});

	it('names no address of a picture that would be loaded', async () => {
		const html =
			(await report({ '.web-docs/README.md': '![What it does](https://example.com/a.png "t") [![x](y.svg)](https://example.com)' })).shown?.html ?? '';
		assert.equal(elementsOf(html).filter(({ attrs }) => attrs.some(({ name }) => name === 'src')).length, 0);
		assert.match(textOf(html), /Image What it does https:\/\/example\.com\/a\.png/);
	});

	it('says that a page of 5 MB is too large, at once', async () => {
		const view = await report({ '.web-docs/README.md': 'word '.repeat(1_000_000) });
		assert.deepEqual([view.shown?.html, view.shown?.reason, view.pages[0]?.empty], ['', 'too large', false]);
		assert.match(textOf(bodyHtml(view, 'file:///w/p')), /The page is not shown: too large\./);
		nothingLive(view);
	});

	it('takes values of metadata.hcl as text, heredocs and expressions too', async () => {
		const hcl = metadata('  flags = ["<b>", upper("x")]\n  license {\n    type = "<script>"\n    url = "javascript:alert(1)"\n  }', [
			'builder/cloud',
			'<i>/\\"><b>',
		])
			.replace('"Cloud"', '<<EOT\n<img src=x onerror=alert(1)>\n"EOT\nEOT')
			.replace('"Makes images."', '"<script>alert(1)</script>\\" onclick=\\"x"');
		const view = await report({ '.web-docs/metadata.hcl': hcl });
		assert.match(view.name, /^<img src=x/);
		nothingLive(view);
		assert.ok(textOf(bodyHtml(view, 'file:///w/p')).includes('<script>alert(1)</script>'));
		nothingLive(await report({ '.web-docs/metadata.hcl': metadata('  docs {\n    process_docs = false\n    external_url = "javascript:alert(1)"\n  }') }));
		nothingLive(await report({ '.web-docs/metadata.hcl': 'integration {\n  name = "<script>\n' }));
	});

	it('has nothing live, whatever pieces it is made of', async () => {
		const piece = fc.constantFrom(
			...'<script>|</script>|<img src=x onerror=y>|<!--|-->|[a](|javascript:x|)|![|](|"|\'|>|`|```\n|\n\n|\n|- |> |# |<a href="x">|</a>|&lt;|&#60;script>|<br>|| a |\n|--|\\|[^1]|[^1]: |-> |~~|**|x'.split(
				'|',
			),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async parts => {
				const { shown } = await report({ '.web-docs/README.md': parts.join('') });
				const found = elementsOf(shown?.html ?? '');
				assert.deepEqual(liveIn(found), []);
				assert.ok(!found.some(({ tagName, attrs }) => tagName === 'script' || attrs.some(({ name, value }) => name === 'src' || value.startsWith('command:'))));
			}),
			{ numRuns: 300 },
		);
	});
});
