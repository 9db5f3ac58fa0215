import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathOf, uriOf } from '../../server/src/lsp/uris';

describe('uris', () => {
	for (const [uri, path] of [
		['file:///w/p/main.go', '/w/p/main.go'],
		['file:///w/my%20plugin/a%23b%3F.go', '/w/my plugin/a#b?.go'],
		['file:///c%3A/Users/me/p', 'C:/Users/me/p'],
		['file:///C:/Users/me/p', 'C:/Users/me/p'],
		['file:///c:/', 'C:/'],
		['file:///c%3a', 'C:/'],
		['file:///', '/'],
		['file:///w/p/', '/w/p'],
		['file://localhost/w', '/w'],
		['FILE:///w', '/w'],
		['file://server/share/x', '//server/share/x'],
		['file:///w/%C3%9Cn%C3%AF', '/w/Ünï'],
		['file:///w/100%', '/w/100%'],
		['file:///w/%E9.md', '/w/%E9.md'],
		['file:///w/a?query#fragment', '/w/a'],
		['untitled:Untitled-1', undefined],
		['git:/w/p/main.go?%7B%7D', undefined],
		['vscode-remote://ssh-remote%2Bhost/w', undefined],
		['file:', undefined],
		['/w/p', undefined],
		['file:///w/a%00b', undefined],
		[undefined, undefined],
		[7, undefined],
	] as const)
		it(`${String(uri)} is ${String(path)}`, () => assert.equal(pathOf(uri), path));

	for (const [path, uri] of [
		['/w/my plugin/a.go', 'file:///w/my%20plugin/a.go'],
		['C:/Users/me', 'file:///c%3A/Users/me'],
		['//server/share', 'file://server/share'],
		["/w/it's (a)!*", 'file:///w/it%27s%20%28a%29%21%2A'],
		['/w/\ud800', 'file:///w/%EF%BF%BD'],
	] as const)
		it(`${path} is written ${uri}`, () => assert.equal(uriOf(path), uri));

	it('come back from any path', () => {
		const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => !/[/\0]/.test(text));
		fc.assert(
			fc.property(fc.array(name, { minLength: 1 }), names =>
				assert.equal(pathOf(uriOf(`/${names.join('/')}`)), /^[a-z]:$/i.test(names[0] as string) ? pathOf(uriOf(`/${names.join('/')}`)) : `/${names.join('/')}`),
			),
		);
	});
});
