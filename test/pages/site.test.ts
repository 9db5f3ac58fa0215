import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deadLinks } from '../../scripts/site/links';
import { type Searched, siteOf } from '../../scripts/site/site';
import type { Rule } from '../../server/src/engine/rule';
import { rules } from '../../server/src/rules/index';
import { pageOf } from '../support/rules';
import { some } from '../support/some';

const ids = Object.keys(rules);
const all = rules as unknown as Readonly<Record<string, Rule>>;
const recipes = readFileSync('docs/recipes.md', 'utf8');
const whole = () => siteOf({ rules: all, pages: Object.fromEntries(ids.map(id => [id, pageOf(id)])), recipes });
const more = [
	['style.css', ''],
	['search.js', ''],
] as const;

describe('the site of all pages', () => {
	it('has a page of every rule, with links that all lead somewhere', () => {
		const files = new Map([...whole(), ...more]);
		for (const id of some(ids)) assert.match(files.get(`rules/${id}.html`) ?? '', new RegExp(`<title>${id}</title>`));
		assert.deepEqual(deadLinks(files), []);
	}).timeout(60_000);

	it('shows of every rule what is right, beside what is wrong where that is there', () => {
		const files = whole();
		for (const id of some(ids)) assert.match(files.get(`rules/${id}.html`) ?? '', /<figure class="right">/, id);
	}).timeout(60_000);

	it('gives the search the prose of every page, without its examples', () => {
		const [, text = ''] = /^globalThis\.documents = (.*);\n$/s.exec(whole().get('documents.js') ?? '') ?? [];
		const documents = JSON.parse(text) as Searched[];
		assert.deepEqual(documents.map(({ id }) => id).sort(), [...ids].sort());
		for (const { id, text } of some(documents)) assert.ok(text.includes('## Why') && !text.includes('-- go.mod --'), id);
	}).timeout(60_000);

	it('makes nothing live that a page has', () => {
		const page =
			'# a/b\n\nGood.\n\nChecklist item: webform.\n\n## Why\n\n<script>alert(1)</script> <img src="x" onerror="alert(1)"> [x](javascript:alert(1))\n';
		const site = siteOf({ rules: { 'a/b': { ...(all[ids[0] as string] as Rule) } }, pages: { 'a/b': page }, recipes: '<iframe src="x">' });
		for (const [path, text] of some([...site].filter(([path]) => path.endsWith('.html'))))
			assert.doesNotMatch(text, /<script>|<img|<iframe|="javascript:/, path);
	});
});

describe('links of a site', () => {
	const page = (...links: string[]) => `<html><body id="top">${links.map(link => `<a href="${link}">x</a>`).join('')}</body></html>`;

	it('are dead where a file or a part of a page is not there, or an address is not whole', () =>
		assert.deepEqual(
			deadLinks(
				new Map([
					['a.html', page('b.html', 'b/c.html', '#top', '#bottom', 'https://', 'ftp://example.com/', 'https://example.com/x')],
					['b/c.html', page('../a.html#top', '../a.html#middle', 'a.html')],
				]),
			),
			['a.html: b.html', 'a.html: #bottom', 'a.html: https://', 'a.html: ftp://example.com/', 'b/c.html: ../a.html#middle', 'b/c.html: a.html'],
		));

	it('are not looked for on a page that is not well-formed', () => assert.throws(() => deadLinks(new Map([['a.html', '<p>x']])), /^Error: a\.html: /));
});
