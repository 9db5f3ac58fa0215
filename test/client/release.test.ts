import assert from 'node:assert/strict';
import { releaseHtml } from '../../client/src/features/release/html';
import type { ReleaseView } from '../../server/src/protocol';

const place = { path: 'a b/.goreleaser.yml', line: 3, column: 5 };
const view: ReleaseView = {
	...{ root: '.', name: 'acme', tag: 'v1.2.3', version: '1.2.3', config: '.goreleaser.yml', goreleaser: { major: 2, known: true } },
	stops: [],
	unknown: [],
	assets: [
		{ ...place, name: 'packer-plugin-acme.zip', kind: 'archive', platform: 'linux/amd64', entry: 'x', installs: true, why: null },
		{ ...place, name: '<img src=x>', kind: 'archive', platform: 'darwin/amd64', entry: null, installs: false, why: 'Packer needs `a<b>`.' },
	],
	platforms: [
		{ platform: 'linux/amd64', common: true, installs: true, why: null },
		{ platform: 'windows/amd64', common: true, installs: false, why: 'Nothing is built for it.' },
	],
	reports: { version: '1.2.4', matches: false },
	publishers: [{ ...place, name: 'release', runs: 'tag', actions: ['actions/checkout@v6'], secrets: ['KEY'], missing: [] }],
	mayPublish: false,
	portal: false,
	because: null,
	installable: true,
};

describe('the preview of a release in the editor', () => {
	const html = releaseHtml(view, 'file:///w/p');

	it('says what is installed, what is not and why, and who publishes', () => {
		assert.match(html, /<code>packer init<\/code> installs v1&#46;2&#46;3 on 1 of 2|installs v1\.2\.3 on 1 of 2 common platforms/);
		assert.match(html, /<td>windows\/amd64<\/td><td class="bad">Nothing is built for it\.<\/td>/);
		assert.match(html, /runs when v1\.2\.3 is pushed\. Actions: <code>actions\/checkout@v6<\/code>\. Secrets: <code>KEY<\/code>\./);
		assert.match(html, /reports version 1\.2\.4 instead of 1\.2\.3/);
	});

	it('shows the text of files as text, and runs and loads nothing', () => {
		assert.ok(html.includes('&#60;img src=x&#62;') && !html.includes('<img'));
		assert.ok(html.includes('Packer needs <code>a&#60;b&#62;</code>.'));
		assert.match(html, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';"/);
		assert.ok(!/<script|onclick|https?:/.test(html));
	});

	it('links to the line', () => {
		const [, args] = /href="command:packerReadiness\.openFinding\?([^"]+)"/.exec(html) ?? [];
		assert.deepEqual(JSON.parse(decodeURIComponent((args ?? '').replace(/&#39;/g, "'"))), [{ uri: 'file:///w/p/a%20b/.goreleaser.yml', line: 2, column: 4 }]);
	});

	it('offers to read published releases, and shows what was read', () => {
		assert.match(html, /<a href="command:packerReadiness\.readPublished\?[^"]*">Read published releases from GitHub<\/a>/);
		const release = { tag: 'v1.0.0', installs: true, platforms: ['linux/amd64'], why: null, remarks: ['`<b>` is wrong.'] };
		const published = {
			...{
				repository: 'acme/packer-plugin-acme',
				date: '2026-01-02T03:04:05.000Z',
				stale: { why: 'GitHub cannot be reached: no.', date: '2026-01-01T01:02:03.000Z' },
			},
			...{ releases: [{ tag: 'v1.1.0', installs: false, platforms: [], why: 'Release has no files.', remarks: [] }, release], newest: 'v1.0.0' },
			...{ missing: ['linux/arm64'], notes: ['Archives were not opened.'] },
		};
		const shown = releaseHtml(view, 'file:///w/p', published);
		assert.match(shown, /from memory, 2026-01-01 01:02 UTC\. GitHub cannot be reached: no\. <a/);
		assert.match(shown, /<code>packer init<\/code> can install v1\.0\.0, which is not the newest version\./);
		assert.match(shown, /<td>v1\.1\.0<\/td><td><span class="bad">Not installed<\/span><\/td><td>Release has no files\.<\/td>/);
		assert.match(shown, /It has nothing for linux\/arm64\./);
		assert.ok(shown.includes('<code>&#60;b&#62;</code>') && !shown.includes('<b>'));
	});
});
