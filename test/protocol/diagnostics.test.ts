import assert from 'node:assert/strict';
import { uriOf } from '../../server/src/lsp/uris';
import { Client, plugin } from './support/client';

describe('diagnostics over the protocol', () => {
	let client: Client;
	afterEach(() => client.end());

	it('are published for files that nobody opened', async () => {
		client = await Client.start(plugin('/w/p', { 'docs/a.md': 'one\ntwo SAFE\n' }));
		assert.deepEqual(client.published, [
			{
				uri: 'file:///w/p/docs/a.md',
				diagnostics: [
					{
						range: { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } },
						severity: 1,
						code: 'demo/safe',
						codeDescription: { href: 'https://github.com/packer-plugin-readiness/packer-plugin-readiness/blob/main/server/src/rules/demo/safe/README.md' },
						source: 'packer-readiness',
						message: 'This says SAFE.',
						tags: [1],
						data: { rule: 'demo/safe', key: 'found', fix: 'safe' },
					},
				],
			},
		]);
	});

	it('name other places, in other files too, where the client takes that', async () => {
		const files = plugin('/w/p', { 'a b.md': 'one\n TWICE\n', 'c.md': 'TWICE\n' });
		client = await Client.start(files);
		const related = () => client.diagnostics.get('file:///w/p/c.md')?.map(({ relatedInformation }) => relatedInformation);
		const location = { uri: 'file:///w/p/a%20b.md', range: { start: { line: 1, character: 1 }, end: { line: 1, character: 6 } } };
		assert.deepEqual(related(), [[{ location, message: 'First said here' }]]);
		await client.open('/w/p/a b.md');
		await client.type('/w/p/a b.md', 'one\n', '');
		const moved = { ...location, range: { start: { line: 0, character: 1 }, end: { line: 0, character: 6 } } };
		assert.deepEqual(related(), [[{ location: moved, message: 'First said here' }]]);
		client.end();
		client = await Client.start(files, { capabilities: {} });
		assert.deepEqual(related(), [undefined]);
	});

	it('follow what is typed, with the version of the document', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'nothing\n' }));
		await client.open('/w/p/a.md', undefined, 7);
		assert.equal(client.published.length, 0);
		await client.type('/w/p/a.md', 'nothing', 'SAFE');
		assert.deepEqual(client.shown('/w/p/a.md'), ['0:0-4 demo/safe']);
		assert.equal(client.published.at(-1)?.version, 8);
		await client.type('/w/p/a.md', 'SAFE', '\n\nSAFE');
		assert.deepEqual(client.shown('/w/p/a.md'), ['2:0-4 demo/safe']);
		assert.equal(client.published.at(-1)?.version, 9);
		await client.type('/w/p/a.md', 'SAFE', 'quiet');
		assert.deepEqual(client.published.at(-1), { uri: 'file:///w/p/a.md', version: 10, diagnostics: [] });
	});

	it('stay when a file is closed, of what is on disk', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }));
		await client.open('/w/p/a.md', 'SAFE LAZY\n');
		assert.deepEqual(client.shown('/w/p/a.md'), ['0:0-4 demo/safe', '0:5-9 demo/lazy']);
		await client.close('/w/p/a.md');
		assert.deepEqual(client.shown('/w/p/a.md'), ['0:0-4 demo/safe']);
		assert.equal(client.published.at(-1)?.version, undefined);
	});

	it('are sent only where they have changed', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n', 'b.md': 'LAZY\n', 'c.md': 'x\n' }));
		await client.open('/w/p/c.md');
		const before = client.published.length;
		await client.type('/w/p/c.md', 'x', 'y');
		await client.type('/w/p/c.md', 'y', 'PLAIN');
		assert.deepEqual(
			client.published.slice(before).map(({ uri }) => uri),
			['file:///w/p/c.md'],
		);
	});

	it('are never of an outdated version, however fast one types', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE 0;\n' }));
		await client.open('/w/p/a.md');
		const before = client.published.length;
		for (let i = 0; i < 60; i++) {
			await client.sendEdit('/w/p/a.md', 'SAFE', '\nSAFE');
			if (i % 7 === 0) await new Promise(resolve => setImmediate(resolve));
		}
		await client.settled();
		// Each edit moves SAFE by one line: the line tells of which text the diagnostics are.
		const sent = client.published.slice(before).map(({ version, diagnostics }) => ({ version, ranges: diagnostics.map(({ range }) => range) }));
		const right = ({ version = 0 }: (typeof sent)[number]) => ({
			version,
			ranges: [{ start: { line: version - 1, character: 0 }, end: { line: version - 1, character: 4 } }],
		});
		assert.equal(sent.at(-1)?.version, 61);
		assert.deepEqual(sent, sent.map(right));
	});

	it('of two plugins that are edited at once are both right', async () => {
		client = await Client.start({ ...plugin('/w/a', { 'a.md': 'x\n' }), ...plugin('/w/b', { 'b.md': 'x\n' }) });
		await client.open('/w/a/a.md');
		await client.open('/w/b/b.md');
		await Promise.all([client.sendEdit('/w/a/a.md', 'x', 'SAFE'), client.sendEdit('/w/b/b.md', 'x', 'LAZY')]);
		await client.settled();
		assert.deepEqual([client.shown('/w/a/a.md'), client.shown('/w/b/b.md')], [['0:0-4 demo/safe'], ['0:0-4 demo/lazy']]);
	});

	it('about a file that is not there are shown in go.mod', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'MISSING\n' }));
		assert.deepEqual(client.shown('/w/p/go.mod'), ['0:0-0 demo/missing']);
	});

	it('leave out what is suppressed, and come back without the reason', async () => {
		client = await Client.start(plugin('/w/p', { 'a.go': 'package p\n\n// packer-readiness:ignore demo/safe -- it is a test\nvar x = "SAFE"\n' }));
		assert.deepEqual(client.marked, []);
		await client.open('/w/p/a.go');
		await client.type('/w/p/a.go', ' -- it is a test', '');
		assert.deepEqual(client.shown('/w/p/a.go'), ['3:9-13 demo/safe']);
	});

	it('take whole texts from clients that send no ranges', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n' }));
		await client.open('/w/p/a.md');
		await client.connection.sendNotification('textDocument/didChange', {
			textDocument: { uri: uriOf('/w/p/a.md'), version: 2 },
			contentChanges: [{ text: 'all\nSAFE' }],
		});
		await client.settled();
		assert.deepEqual(client.shown('/w/p/a.md'), ['1:0-4 demo/safe']);
	});

	it('count columns in UTF-16 and lines by any line end', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'one\r\n🙂é SAFE\r\n\rLAZY' }));
		assert.deepEqual(client.shown('/w/p/a.md'), ['1:4-8 demo/safe', '3:0-4 demo/lazy']);
	});

	it('are right with a byte order mark, on disk and where the client sends it', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': '\ufeffSAFE\nLAZY\n' }));
		assert.deepEqual(client.shown('/w/p/a.md'), ['0:0-4 demo/safe', '1:0-4 demo/lazy']);
		await client.open('/w/p/a.md', '\ufeffSAFE\nLAZY\n');
		assert.deepEqual(client.shown('/w/p/a.md'), ['0:1-5 demo/safe', '1:0-4 demo/lazy']);
		const [fix] = await client.actions('/w/p/a.md', 'SAFE');
		await client.apply(fix?.edit);
		assert.equal(client.text('/w/p/a.md'), '\ufeffdone\nLAZY\n');
	});

	it('survive half-typed files', async () => {
		client = await Client.start(plugin('/w/p', { 'main.go': 'package main\n\nfunc main() {\n\tset := plugin.NewSet()\n}\n' }));
		const text = client.disk('/w/p/main.go');
		await client.open('/w/p/main.go');
		for (let end = text.length; end >= 0; end -= 5)
			await client.connection.sendNotification('textDocument/didChange', {
				textDocument: { uri: uriOf('/w/p/main.go'), version: 1000 - end },
				contentChanges: [{ text: `${text.slice(0, end)} // SAFE` }],
			});
		await client.settled();
		assert.deepEqual(client.shown('/w/p/main.go'), ['0:8-12 demo/safe']);
		assert.deepEqual(client.logged, []);
	});

	for (const path of [
		'/w/my plugin/docs/a b.md',
		'/w/Ünï/docs/100%.md',
		'/w/UPPER/Docs/A.MD',
		"/w/it's (a) [b]{c}!*/a#b?c.md",
		'/w/a%20b/c%2Fd.md',
		'/w/c:d/e@f+g&h=i.md',
	])
		it(`find and name ${path}`, async () => {
			const root = path.split('/').slice(0, 3).join('/');
			client = await Client.start(plugin(root, { [path.slice(root.length + 1)]: 'SAFE\n' }));
			assert.deepEqual(client.marked, [path]);
			assert.deepEqual(client.shown(path), ['0:0-4 demo/safe']);
			await client.open(path);
			await client.type(path, 'SAFE', 'fine');
			assert.deepEqual(client.marked, []);
		});
});
